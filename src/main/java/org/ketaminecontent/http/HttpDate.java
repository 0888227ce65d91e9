package org.ketaminecontent.http;

import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Dates in HTTP headers (RFC 9110, section 5.6.7). */
public final class HttpDate {

    private static final long SECOND = 1000;

    private static final DateTimeFormatter FIXED = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    /** The present format and the two obsolete ones, which recipients must still accept. */
    private static final List<Supplier<DateTimeFormatter>> FORMS = List.of(
            () -> DateTimeFormatter.RFC_1123_DATE_TIME,
            HttpDate::rfc850,
            () -> DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US));

    /** The present second as a header value. */
    private record Now(long second, CharSequence text) {}

    private static volatile Now latest = new Now(-1, "");

    private HttpDate() {}

    /** Formats an instant in whole seconds. */
    public static String format(Instant instant) {
        return FIXED.format(instant);
    }

    /** Parses any of the three formats; empty for other texts. */
    public static Optional<Instant> parse(String text) {
        return FORMS.stream().flatMap(form -> parse(text, form.get()).stream()).findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two-digit years: the latest such year that is at most 50 years ahead. */
    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR, 2, 2, Year.now(ZoneOffset.UTC).getValue() - 49)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US);
    }

    /** The value of the Date header, updated once a second. */
    static CharSequence now() {
        long second = System.currentTimeMillis() / SECOND;
        var now = latest;
        if (now.second() != second) {
            now = new Now(second, HttpHeaders.createOptimized(format(Instant.ofEpochSecond(second))));
            latest = now;
        }
        return now.text();
    }
}
