package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.http.ProblemTest.assertProblem;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Header fields of requests and answers (RFC 9110). */
@ApiTest
class HeaderFieldsTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TOPIC,
                "/v1/topics/no-such-topic",
                "/v1/topics?limit=0",
                "/v1/topics/%00",
                "/v1/search?q=sleep",
                "/infobutton?mainSearchCriteria.v.dn=sleep",
                "/topics/what-ketamine-is",
                "/openapi.json",
                "/docs/",
                "/docs",
                "/assets/site.css",
                "/editorial/v1/topics",
                "/studio",
                "/nothing-here"
            })
    void every_answer_has_a_date(String path) {
        for (int i = 0; i < 2; i++) {
            var date = Objects.requireNonNull(Wire.get(path).header("Date"));

            assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .isCloseTo(Instant.now(), Assertions.within(5, ChronoUnit.SECONDS));
        }
    }

    @Test
    void the_old_forms_of_a_date_confirm_a_copy() {
        var modified = ZonedDateTime.parse(
                Objects.requireNonNull(Wire.get(TOPIC).header("Last-Modified")), DateTimeFormatter.RFC_1123_DATE_TIME);
        var utc = modified.withZoneSameInstant(ZoneOffset.UTC);

        for (var form : new String[] {"EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy"}) {
            var same = DateTimeFormatter.ofPattern(form, Locale.US).format(utc);
            var older = DateTimeFormatter.ofPattern(form, Locale.US).format(utc.minusDays(1));

            assertThat(Wire.get(TOPIC, "If-Modified-Since: " + same).status()).isEqualTo(304);
            assertThat(Wire.get(TOPIC, "If-Modified-Since: " + older).status()).isEqualTo(200);
        }
    }

    @Test
    void several_lines_of_one_name_are_one_list() {
        var zipped = Wire.get(TOPIC, "Accept-Encoding: br", "Accept-Encoding: gzip");
        var etag = Wire.get(TOPIC).header("ETag");

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(Wire.get(TOPIC, "If-None-Match: \"other\"", "if-none-match: " + etag)
                        .status())
                .isEqualTo(304);
        assertThat(Wire.get("/v1/topics?limit=1", "Accept: text/csv", "Accept: application/json")
                        .status())
                .isEqualTo(200);
        assertThat(Wire.get("/topics/what-ketamine-is", "Accept: text/html;q=0.1", "ACCEPT: application/ld+json")
                        .header("Content-Type"))
                .startsWith("application/ld+json");
        assertThat(Wire.get(TOPIC, "If-Modified-Since: Tue, 31 Dec 2999 23:59:59 GMT", "If-Modified-Since: x")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headers_that_are_too_large_are_refused_with_a_reason() {
        assertProblem(Wire.get("/v1", "X-Long: " + "x".repeat(17_000)), 431, "headers-too-large");
        assertProblem(Wire.get("/v1", "X-Long: " + "x".repeat(40_000)), 431, "headers-too-large");
        assertThat(Wire.get("/v1", "X-Long: " + "x".repeat(15_000)).status()).isEqualTo(200);
    }

    @Test
    void http_2_without_tls_is_not_taken() {
        var answer = Wire.get(
                "/v1",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Upgrade")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics/no-such-topic, 404, 'public, max-age=30'",
        "/nothing-here, 404, 'public, max-age=30'",
        "/editorial/v1/nothing/here/at/all, 404, no-store",
        "/editorial/nothing-here, 404, no-store",
        "/studio/topics/nothing/here, 404, no-store",
        "/v1/topics?limit=0, 400, no-store",
        "/v1/topics/%00, 400, no-store",
        "/v1/topics?preview=x, 403, 'private, no-store'"
    })
    void a_refusal_says_who_may_keep_it_and_can_do_nothing_in_a_browser(String path, int status, String caching) {
        var answer = Wire.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Cache-Control")).isEqualTo(caching);
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void what_is_not_found_depends_on_the_same_headers_as_what_is() {
        for (var path : new String[] {"/v1/topics/no-such-topic", "/topics/no-such-topic", "/nothing-here"}) {
            assertThat(Wire.get(path).header("Vary")).isEqualTo("Accept, Accept-Encoding, Accept-Language");
        }
    }

    @Test
    void a_page_that_tells_of_a_failure_has_the_policy_of_pages() {
        var page = Wire.get("/topics/no-such-topic", "Accept: text/html");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(Wire.get("/topics/history").header("Content-Security-Policy"))
                .isNotNull();
    }
}
