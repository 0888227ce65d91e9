package org.ketaminecontent.content;

import java.util.List;

/** What is live, by collection and slug; how a kind of content finds the documents it is related to. */
public interface LiveEntries {

    /**
     * The live documents of these slugs, in their order.
     *
     * @throws IllegalStateException if one is not live: validation comes before this
     */
    <E extends Entry> List<E> all(Class<E> type, List<String> slugs);
}
