package org.ketaminecontent.live;

import java.util.Set;

/**
 * The event of a change of content.
 *
 * @param keys the names of the documents and collections that changed
 * @param number the number of the latest change
 */
public record ContentChanged(Set<String> keys, long number) {

    /** The name of the change log itself, which is among the keys of every change. */
    public static final String LOG = "changes";

    /** The name of the synonyms. */
    public static final String SYNONYMS = "synonyms";
}
