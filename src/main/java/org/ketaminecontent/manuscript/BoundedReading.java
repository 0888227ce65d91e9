package org.ketaminecontent.manuscript;

/**
 * A text that can be read so many times and no more. Patterns of packs are their authors'; one that goes back and forth in
 * a text is ended by the steps that it takes, the same on every machine.
 */
final class BoundedReading implements CharSequence {

    /** A pattern that goes through a text once reads each character a few times. */
    private static final int STEPS_FOR_EACH = 500;

    private static final int LEAST_STEPS = 20_000;

    private final String text;
    private int left;

    BoundedReading(String text) {
        this.text = text;
        left = LEAST_STEPS + STEPS_FOR_EACH * text.length();
    }

    /** The text was read too often. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Exhausted() {
            super("a pattern goes back and forth in a text", null, false, false);
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
