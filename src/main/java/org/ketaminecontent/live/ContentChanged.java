package org.ketaminecontent.live;

import java.util.Set;

/**
 * The content changed.
 *
 * @param keys the names of the documents and collections that are not what they were
 * @param number of the latest change
 */
public record ContentChanged(Set<String> keys, long number) {

    /** The log itself, which is among the keys of every change. */
    public static final String LOG = "changes";

    /** What readers call things. */
    public static final String SYNONYMS = "synonyms";
}
