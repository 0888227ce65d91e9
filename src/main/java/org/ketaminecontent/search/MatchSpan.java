package org.ketaminecontent.search;

/**
 * A part of a text that matches a concept of the question.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 * @param concept the index of the concept in the question
 * @param nearness its relation to the concept
 */
record MatchSpan(int start, int end, int concept, Nearness nearness) {

    /** The relation of a text to a concept. */
    enum Nearness {
        /** The same word in any form. */
        TYPED(1),
        /** A synonym. */
        SAME(0.9),
        /** A related word. */
        NEAR(0.3);

        final double weight;

        Nearness(double weight) {
            this.weight = weight;
        }
    }
}
