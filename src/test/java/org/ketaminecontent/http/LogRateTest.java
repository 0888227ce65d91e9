package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nobody can fill a log from outside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogRateTest {

    private static final String FRAMEWORK = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    @Test
    void what_is_left_out_is_counted_and_told_a_minute_later() {
        var rate = new LogRate();

        var first = IntStream.range(0, 35).map(i -> rate.leftOut(7)).toArray();

        assertThat(first).startsWith(0, 0).endsWith(-1, -1);
        assertThat(IntStream.of(first).filter(each -> each >= 0).count()).isEqualTo(LogRate.LINES_A_MINUTE);
        assertThat(rate.leftOut(7 + TimeUnit.MINUTES.toNanos(1))).isEqualTo(25);
        assertThat(rate.leftOut(8 + TimeUnit.MINUTES.toNanos(1))).isZero();
        assertThat(LogRate.told(25)).isEqualTo("; 25 similar lines were left out");
    }

    @Test
    void a_library_writes_one_line_without_what_was_asked() {
        var line = line(FRAMEWORK, Level.ERROR);

        assertThat(new FailureLogFilter().isLoggable(line)).isTrue();
        assertThat(line.getThrown()).isNull();
        assertThat(new PatternFormatter("%s").formatMessage(line))
                .contains("IllegalStateException")
                .doesNotContain("secret", "\n");
    }

    @Test
    void a_library_writes_some_lines_a_minute() {
        var filter = new FailureLogFilter();

        assertThat(IntStream.range(0, 100)
                        .filter(i -> filter.isLoggable(line(FRAMEWORK, Level.WARN)))
                        .count())
                .isEqualTo(LogRate.LINES_A_MINUTE);
    }

    @Test
    void a_start_that_fails_is_told_whole() {
        var filter = new FailureLogFilter();

        for (int i = 0; i < 100; i++) {
            var line = line("io.quarkus.runtime.Application", Level.ERROR);
            assertThat(filter.isLoggable(line)).isTrue();
            assertThat(line.getThrown()).isNotNull();
        }
    }

    private static LogRecord line(String logger, Level level) {
        var line = new ExtLogRecord(level, "HTTP Request to /v1/search?q=secret failed", getName());
        line.setLoggerName(logger);
        line.setThrown(new IllegalStateException("secret"));
        return line;
    }

    private static String getName() {
        return LogRateTest.class.getName();
    }
}
