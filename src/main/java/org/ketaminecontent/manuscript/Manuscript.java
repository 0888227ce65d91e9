package org.ketaminecontent.manuscript;

import org.ketaminecontent.content.Content;

/** Authored content with the collection and slug under which it is published. */
public record Manuscript(String collection, String slug, Content content) {

    /** The document's name in the change log and in cache keys, such as {@code topics/history}. */
    public String key() {
        return collection + "/" + slug;
    }
}
