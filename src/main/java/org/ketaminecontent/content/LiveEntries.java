package org.ketaminecontent.content;

import java.util.List;

/** Finds live entities by collection and slug, so that a content type can set its relations. */
public interface LiveEntries {

    /**
     * The live entities with these slugs, in their order.
     *
     * @throws IllegalStateException if one is not live; validation comes before this
     */
    <E extends Entry> List<E> all(Class<E> type, List<String> slugs);
}
