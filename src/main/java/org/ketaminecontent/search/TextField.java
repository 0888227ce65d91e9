package org.ketaminecontent.search;

/**
 * The texts that are searched. A weight tells how certainly a document is about a word in the text; {@code k1} and
 * {@code b} are those of BM25: the effect of further occurrences, and of the text's length.
 */
enum TextField {
    /** A document is about the words of its title; each further word of a title narrows it. */
    TITLE("title", 1.6f, 0.5f, 0.35f),

    /** Other names are as certain as the title; their number has no effect. */
    NAMES("names", 1.5f, 0.4f, 0.05f),

    /** Readers' questions from the editors; a word of a whole question is less certain than a name. */
    ASKED("asked", 1.15f, 0.4f, 0.0f),

    /** A summary describes the subject in two sentences, and mentions much else. */
    SUMMARY("summary", 0.75f, 0.6f, 0.4f),

    /** A heading names the subject of a part. */
    HEADING("heading", 0.7f, 0.5f, 0.2f),

    /** A mention; the more often in a short text, the more certain. */
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
