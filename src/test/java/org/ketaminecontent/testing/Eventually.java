package org.ketaminecontent.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what happens by itself, a little later. */
public final class Eventually {

    /** For a busy machine; whatever is awaited ends the wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration INTERVAL = Duration.ofMillis(20);

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
                .pollInterval(INTERVAL)
                .atMost(PATIENCE)
                .until(isSo);
    }
}
