package org.ketaminecontent.sync;

import java.util.List;
import java.util.Set;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.text.BodyFormat;

/**
 * The part of the content that a client copies.
 *
 * @param types the collections; all if empty
 * @param locale BCP 47 tag
 * @param limit documents on a page, 1 to 100
 */
public record Scope(Set<String> types, String locale, BodyFormat bodyFormat, int limit) {

    static final int MOST = 100;

    /** All content, in the default language and format. */
    public static final Scope ALL = new Scope(Set.of(), Languages.DEFAULT, BodyFormat.HTML, MOST);

    static Scope of(SyncQuery query) {
        Languages.require(query.locale);
        return new Scope(
                Set.copyOf(query.types),
                Languages.DEFAULT,
                query.bodyFormat == null ? BodyFormat.HTML : query.bodyFormat,
                query.limit == null ? MOST : query.limit);
    }

    List<String> collections() {
        return types.stream().sorted().toList();
    }
}
