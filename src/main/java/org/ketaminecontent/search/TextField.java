package org.ketaminecontent.search;

/**
 * The texts that words are looked for in. A weight says how surely a document is about a word that stands there; {@code k1}
 * and {@code b} are those of BM25: how much a second occurrence adds, and how much a long text takes away.
 */
enum TextField {
    /** A document is about what its title names; each further word of a title narrows it. */
    TITLE("title", 1.6f, 0.5f, 0.35f),

    /** Other names are as sure as the title; that there are many of them takes nothing away. */
    NAMES("names", 1.5f, 0.4f, 0.05f),

    /** Editors wrote down that readers ask for it so; a word of a whole question is less sure than a name. */
    ASKED("asked", 1.15f, 0.4f, 0.0f),

    /** Says what the document is about in two sentences, and names much beside. */
    SUMMARY("summary", 0.75f, 0.6f, 0.4f),

    /** A part of the document is about it. */
    HEADING("heading", 0.7f, 0.5f, 0.2f),

    /** It is mentioned; the more often in a short text, the surer that it is spoken of. */
    BODY("body", 0.55f, 1.2f, 0.6f);

    final String field;
    final float weight;
    final float k1;
    final float b;

    TextField(String field, float weight, float k1, float b) {
        this.field = field;
        this.weight = weight;
        this.k1 = k1;
        this.b = b;
    }
}
