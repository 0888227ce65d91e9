package org.ketaminecontent.manuscript;

import java.time.Duration;

/** The time that a check may take. A document that it has not looked at by then counts as not in order. */
public final class TimeBudget {

    private final long end;

    private TimeBudget(long end) {
        this.end = end;
    }

    public static TimeBudget of(Duration time) {
        return new TimeBudget(System.nanoTime() + time.toNanos());
    }

    boolean isSpent() {
        return System.nanoTime() - end > 0;
    }

    /** The finding on a document that was not checked to its end. */
    static Finding finding(Manuscript manuscript) {
        return new Finding(manuscript, "", 0, "takes too long to check: shorten it, or make its structure simpler");
    }
}
