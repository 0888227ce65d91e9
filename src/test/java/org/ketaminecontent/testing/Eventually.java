package org.ketaminecontent.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/** Waits for what happens by itself, a little later. */
public final class Eventually {

    /** For a busy machine; whatever is awaited ends the wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration FIRST_INTERVAL = Duration.ofMillis(20);

    /** Asking takes the processor from what is awaited. */
    private static final Duration LONGEST_INTERVAL = Duration.ofMillis(200);

    private Eventually() {}

    /**
     * Waits until something is so.
     *
     * @param what says what is awaited, such as {@code the import has ended}
     * @throws org.awaitility.core.ConditionTimeoutException if it is not so within a minute
     */
    public static void until(String what, Callable<Boolean> isSo) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(IterativePollInterval.iterative(Eventually::longer, FIRST_INTERVAL))
                .atMost(PATIENCE)
                .until(isSo);
    }

    private static Duration longer(Duration interval) {
        var longer = interval.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_INTERVAL) < 0 ? longer : LONGEST_INTERVAL;
    }
}
