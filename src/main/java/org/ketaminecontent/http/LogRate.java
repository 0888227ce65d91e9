package org.ketaminecontent.http;

/** Limits the log lines of a kind in each minute, and counts those left out. */
final class LogRate {

    static final int LINES_A_MINUTE = 10;

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private boolean hasBegun;
    private long begun;
    private int written;
    private int leftOut;

    /**
     * Requests one line.
     *
     * @param nanos the time, as given by {@link System#nanoTime()}
     * @return the number of lines left out before this one, which may be logged; negative if it must not be
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

    /** The text about the lines left out before. */
    static String told(int leftOut) {
        return leftOut == 0 ? "" : "; " + leftOut + " similar lines were left out";
    }
}
