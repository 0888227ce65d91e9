package org.ketaminecontent.sync;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.text.BodyFormat;

/**
 * What a client keeps in step.
 *
 * @param types none for all
 * @param locale BCP 47 tag
 * @param limit documents on a page, 1 to 100
 */
public record Scope(Set<SyncType> types, String locale, BodyFormat bodyFormat, int limit) {

    static final int MOST = 100;

    /** Everything, as it is delivered where nothing else is asked. */
    public static final Scope ALL = new Scope(Set.of(), Languages.DEFAULT, BodyFormat.HTML, MOST);

    static Scope of(SyncQuery query) {
        Languages.missing(query.locale, false);
        return new Scope(
                query.types.isEmpty() ? Set.of() : EnumSet.copyOf(query.types),
                Languages.DEFAULT,
                query.bodyFormat == null ? BodyFormat.HTML : query.bodyFormat,
                query.limit == null ? MOST : query.limit);
    }

    List<String> collections() {
        return types.stream().map(SyncType::collection).sorted().toList();
    }
}
