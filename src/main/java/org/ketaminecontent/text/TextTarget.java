package org.ketaminecontent.text;

/** The format of delivered text, and the addresses of its links. */
public interface TextTarget {

    BodyFormat bodyFormat();

    /** The absolute address of a document. */
    String href(String collection, String slug);
}
