package org.ketaminecontent.search;

/**
 * A stretch of text that fits something that was asked for.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param concept what it fits, by its place in the question
 * @param nearness what it has to do with it
 */
record MatchSpan(int start, int end, int concept, Nearness nearness) {

    /** What a stretch of text has to do with what was asked for. */
    enum Nearness {
        /** It is what was written, whatever its ending. */
        TYPED(1),
        /** It means the same. */
        SAME(0.9),
        /** It is what who asks so may be looking for too. */
        NEAR(0.3);

        final double weight;

        Nearness(double weight) {
            this.weight = weight;
        }
    }
}
