package org.ketaminecontent.text;

/** The form that running text is delivered in, and the addresses that its links lead to. */
public interface TextTarget {

    BodyFormat bodyFormat();

    /** The absolute address of a document. */
    String href(String collection, String slug);
}
