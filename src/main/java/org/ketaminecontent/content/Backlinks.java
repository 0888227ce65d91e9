package org.ketaminecontent.content;

import java.util.List;

/** The documents that point to a document. */
public interface Backlinks {

    /** Documents of a collection that point to the target, in the collection's own order. */
    List<Related> to(Entry target, String collection);
}
