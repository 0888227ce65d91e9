package org.ketaminecontent.manuscript;

/**
 * A text with a limited number of reads. It stops packs' patterns that backtrack too much after a number of steps,
 * which is the same on every machine.
 */
final class BoundedText implements CharSequence {

    /** The limit for each character; a pattern without backtracking reads each a few times. */
    private static final int STEPS_FOR_EACH = 500;

    private static final int LEAST_STEPS = 20_000;

    private final String text;
    private int left;

    BoundedText(String text) {
        this.text = text;
        left = LEAST_STEPS + STEPS_FOR_EACH * text.length();
    }

    /** The limit of reads was exceeded. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Exhausted() {
            super("a pattern backtracks too much in a text", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
