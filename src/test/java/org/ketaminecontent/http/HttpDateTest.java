package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of a date (RFC 9110, section 5.6.7). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
    void each_form_is_the_same_instant(String text) {
        assertThat(HttpDate.parse(text)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @Test
    void two_digits_are_a_year_no_more_than_fifty_ahead() {
        int far = Year.now(ZoneOffset.UTC).getValue() + 51;
        var near = Instant.parse((far - 1) + "-01-15T00:00:00Z");

        assertThat(HttpDate.parse(old(near))).contains(near);
        assertThat(HttpDate.parse(old(Instant.parse((far - 100) + "-01-15T00:00:00Z"))))
                .contains(Instant.parse((far - 100) + "-01-15T00:00:00Z"));
    }

    private static String old(Instant instant) {
        var day = instant.atZone(ZoneOffset.UTC);
        return day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.US)
                + ", 15-Jan-%02d 00:00:00 GMT".formatted(day.getYear() % 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1994-11-06T08:49:37Z",
                "Sun, 31 Feb 1994 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT"
            })
    void anything_else_is_none(String text) {
        assertThat(HttpDate.parse(text)).isEmpty();
    }
}
