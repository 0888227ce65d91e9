package org.ketaminecontent.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The time before a delivery is tried again: short at first, then longer and longer, for three days. */
final class RetryDelays {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** Part of a delay by which it is shorter or longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private RetryDelays() {}

    /**
     * The delay after so many attempts, from 1.
     *
     * @param asked what the answer asked for; null where it asked for nothing. No less is waited, up to a day.
     */
    static Duration after(int attempts, @Nullable Duration asked) {
        var delay = DELAYS.get(Math.min(Math.max(attempts, 1), DELAYS.size()) - 1);
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        var jittered = Duration.ofMillis((long) (delay.toMillis() * factor));
        var wanted = asked(asked);
        return wanted.compareTo(jittered) > 0 ? wanted : jittered;
    }

    /** As much of what an answer asked for as is granted; nothing where it asked for nothing. */
    static Duration asked(@Nullable Duration asked) {
        if (asked == null || asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
