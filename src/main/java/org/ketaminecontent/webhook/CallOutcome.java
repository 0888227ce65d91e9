package org.ketaminecontent.webhook;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a call, or why there is none.
 *
 * @param status of the answer; null where there is none
 * @param problem why there is none; null where there is one
 * @param answer the first 2 KB of its body
 * @param retryAfter the time to wait that it asks for; null where it asks for none
 */
record CallOutcome(
        Instant at,
        Duration latency,
        @Nullable Integer status,
        @Nullable String problem,
        @Nullable String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    boolean isDelivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** Tells whether the endpoint wants nothing more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
