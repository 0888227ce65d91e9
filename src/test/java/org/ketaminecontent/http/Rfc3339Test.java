package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Rfc3339Test {

    record Times(Instant at, LocalDate on) {}

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,2026-01-31T12:00:00Z",
        "2026-01-31t12:00:00.25z,2026-01-31T12:00:00.250Z",
        "2026-01-31T12:00:00+02:00,2026-01-31T10:00:00Z",
        "1970-01-01T00:00:00Z,1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z"
    })
    void instants_are_read(String text, Instant instant) {
        assertThat(Rfc3339.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.999999Z,2026-01-31T12:00:00Z",
        "1970-01-01T00:00:00.000001Z,1970-01-01T00:00:00Z"
    })
    void instants_are_written_in_whole_seconds(Instant instant, String text) {
        assertThat(Rfc3339.text(instant)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-04-01T24:00:00Z",
                "2027-04-01T12:00:60Z",
                "2027-04-01T23:59:60Z",
                "2027-04-01T12:60:00Z",
                "2027-02-29T12:00:00Z",
                "2027-04-01T12:00Z",
                "2027-04-01 12:00:00Z",
                "2027-04-01T12:00:00",
                "2027-04-01T12:00:00+0200",
                "2027-04-01T12:00:00+19:00",
                "2027-04-01T12:00:00.Z",
                "+59206-01-01T00:00:00Z",
                "+300000-01-01T00:00:00Z",
                "-300000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "1970-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "1806200000",
                "2027-04-01",
                ""
            })
    void nothing_else_is_an_instant(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
        assertThatThrownBy(() -> read("{\"at\":\"" + text + "\"}")).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-45",
                "2027-02-29",
                "1969-12-31",
                "+300000-01-01",
                "0000-01-01",
                "2026-1-5",
                "20260105",
                ""
            })
    void nothing_else_is_a_day(String text) {
        assertThat(Rfc3339.day(text)).isEmpty();
        assertThatThrownBy(() -> read("{\"on\":\"" + text + "\"}")).isInstanceOf(Failure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1806200000000", "1806200000.5", "[2027,1,1]", "true", "{}", "\"1806200000\""})
    void numbers_and_lists_are_no_times(String json) {
        assertThatThrownBy(() -> read("{\"at\":" + json + "}")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> read("{\"on\":" + json + "}")).isInstanceOf(Failure.class);
    }

    @Test
    void both_are_read_from_text() {
        assertThat(read("{\"at\":\"2026-01-31T12:00:00Z\",\"on\":\"2026-01-31\"}"))
                .isEqualTo(new Times(Instant.parse("2026-01-31T12:00:00Z"), LocalDate.of(2026, 1, 31)));
    }

    private static Times read(String json) {
        return JsonBodyReader.read(JsonBodyReader.tree(json.getBytes(StandardCharsets.UTF_8)), Times.class);
    }
}
