package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusMock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.delivery.ApiAnswers;
import org.ketaminecontent.delivery.FailingDelivery;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;
import org.ketaminecontent.testing.WrittenLog;

/** Operators find the line of a request by the trace id that its sender was told. */
@ApiTest
class AnswerLogTest {

    private static final String WORD = "zanzibarquery";

    @Test
    void a_failure_is_written_down_once_with_its_place_and_without_words() {
        QuarkusMock.installMockForType(new FailingDelivery(new IllegalStateException(WORD)), ApiAnswers.class);
        try (var log = WrittenLog.open()) {
            var problem =
                    Wire.get("/v1/crisis-resources?limit=97&utm_source=" + WORD).json();

            assertThat(linesOf(problem.path("traceId").asText(), log))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith(
                                    "org.ketaminecontent.answers Failed: 500 internal-error, GET /v1/crisis-resources, ")
                            .contains(" ms: java.lang.IllegalStateException at ")
                            .doesNotContain(WORD));
        }
    }

    @Test
    void a_refusal_is_written_down_where_debugging_is_on() {
        var path = "/v1/topics/none-such?utm_source=" + WORD;
        try (var log = WrittenLog.open()) {
            var quiet = Wire.get(path).json().path("traceId").asText();
            var logger = LogManager.getLogManager().getLogger("org.ketaminecontent.answers");
            logger.setLevel(Level.ALL);
            var told = Wire.get(path.replace("none", "never"))
                    .json()
                    .path("traceId")
                    .asText();
            logger.setLevel(null);

            assertThat(linesOf(told, log))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("404 document-not-found, GET /v1/topics/{slug}, ")
                            .doesNotContain(WORD));
            assertThat(log.lines()).noneMatch(line -> line.contains(quiet));
        }
    }

    @Test
    void a_refused_key_is_written_down_with_the_trace_that_its_sender_was_told() {
        try (var log = WrittenLog.open()) {
            var problem = Wire.get("/v1/topics?limit=96", "Authorization: Bearer none")
                    .json();

            assertThat(linesOf(problem.path("traceId").asText(), log))
                    .singleElement()
                    .asString()
                    .startsWith("org.ketaminecontent.security Refused: 401 unauthenticated, GET /v1/topics from ");
        }
    }

    /** A line comes after its answer. */
    private static List<String> linesOf(String traceId, WrittenLog log) {
        assertThat(traceId).hasSize(32);
        for (int i = 0; i < 100 && !log.lines().toString().contains(traceId); i++) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return log.lines().stream().filter(line -> line.contains(traceId)).toList();
    }
}
