package org.ketaminecontent.manuscript;

import java.time.Duration;

/** The time limit of a check. A document that is not checked by then counts as faulty. */
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

    /** The finding on a document that was not checked completely. */
    static Finding finding(Manuscript manuscript) {
        return new Finding(manuscript, "", 0, "takes too long to check: shorten it, or simplify its structure");
    }
}
