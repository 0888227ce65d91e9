package org.ketaminecontent.http;

/** Lets some lines of a kind into the log in each minute, and counts those that it leaves out. */
final class LogRate {

    static final int LINES_A_MINUTE = 10;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private boolean hasBegun;
    private long begun;
    private int written;
    private int leftOut;

    /**
     * Asks for one line.
     *
     * @param nanos the time, as {@link System#nanoTime()} has it
     * @return how many lines were left out before this one, which is to be written; less than none where it is left out
     */
    synchronized int leftOut(long nanos) {
        if (!hasBegun || nanos - begun >= MINUTE_NANOS) {
            hasBegun = true;
            begun = nanos;
            written = 0;
        }
        if (written == LINES_A_MINUTE) {
            leftOut++;
            return -1;
        }
        written++;
        int before = leftOut;
        leftOut = 0;
        return before;
    }

    /** What a line says of those that were left out before it. */
    static String told(int leftOut) {
        return leftOut == 0 ? "" : "; " + leftOut + " similar lines were left out";
    }
}
