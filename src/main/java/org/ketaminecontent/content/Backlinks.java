package org.ketaminecontent.content;

import java.util.List;

/** Finds the documents that link to a document. */
public interface Backlinks {

    /** The documents of a collection that link to the target, in the collection's own order. */
    List<Related> to(Entry target, String collection);

    /** The documents of all collections that link to the target, in the order of lists for readers. */
    List<Related> to(Entry target);
}
