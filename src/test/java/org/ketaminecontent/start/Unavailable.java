package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ketaminecontent.testing.RunningApplication;

/** How the application says that its database is away. */
final class Unavailable {

    private static final Duration PROMISED = Duration.ofSeconds(2);

    private Unavailable() {}

    static void isSaidInTime(RunningApplication application, String path) {
        long start = System.nanoTime();
        var answer = application.get(path);
        var taken = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("\"code\":\"database-unavailable\"").doesNotContain("Exception", "org.");
        assertThat(taken).isLessThan(PROMISED);
    }
}
