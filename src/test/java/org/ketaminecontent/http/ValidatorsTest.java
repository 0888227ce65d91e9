package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;

/** A copy is confirmed if nothing in it has changed, by whichever validator the client kept. */
@ApiTest
class ValidatorsTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";
    private static final String REFERENCE = "/v1/references/ketalar-label";
    private static final String LIST = "/v1/faqs?limit=5&include=conditions";

    @ParameterizedTest
    @ValueSource(strings = {TOPIC, TOPIC + "?include=faqs,references", REFERENCE, LIST, "/v1/glossary?fields=term"})
    void nothing_shown_has_changed_since(String path) {
        var answer = Wire.get(path);

        assertThat(answer.header("Last-Modified"))
                .matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(shown(answer).toList())
                .isNotEmpty()
                .allSatisfy(updated -> assertThat(updated).isBeforeOrEqualTo(lastModified(answer)));
    }

    @Test
    void the_date_is_that_of_the_latest_document_shown() {
        var answer = Wire.get(REFERENCE);
        var names = Stream.concat(Stream.of(REFERENCE), Json.texts(answer.json(), "data.citedBy.href").stream());
        var updates = names.map(name -> name.replaceFirst(".*/v1/", ""))
                .flatMap(key -> Json.texts(Api.read("/v1/" + key), "data.updatedAt").stream())
                .map(ValidatorsTest::second);

        assertThat(updates.max(Instant::compareTo)).contains(lastModified(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *", "If-Modified-Since: Tue, 31 Dec 2999 23:59:59 GMT"})
    void a_confirmation_says_what_the_answer_would_have_said(String condition) {
        for (var path : new String[] {"/v1", TOPIC, LIST}) {
            var full = Wire.get(path, "Accept-Encoding: gzip");
            var confirmed = Wire.get(path, "Accept-Encoding: gzip", condition);

            assertThat(confirmed.status()).isEqualTo(304);
            assertThat(confirmed.body()).isEmpty();
            for (var name : new String[] {"ETag", "Cache-Control", "Vary", "Access-Control-Allow-Origin"}) {
                assertThat(confirmed.header(name)).as(name).isNotNull().isEqualTo(full.header(name));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: *", "If-Modified-Since: Tue, 31 Dec 2999 23:59:59 GMT"})
    void head_is_confirmed_like_get(String condition) {
        assertThat(Wire.send("HEAD", TOPIC, condition).status()).isEqualTo(304);
    }

    @Test
    void a_date_is_not_asked_where_there_is_a_tag() {
        var answer = Wire.get(TOPIC);

        assertThat(Wire.get(
                                TOPIC,
                                "If-None-Match: " + answer.header("ETag"),
                                "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void head_says_how_long_the_zipped_answer_is() {
        var get = Wire.get(TOPIC, "Accept-Encoding: gzip");
        var head = Wire.send("HEAD", TOPIC, "Accept-Encoding: gzip");

        assertThat(head.body()).isEmpty();
        assertThat(head.headers()).containsAllEntriesOf(get.steadyHeaders());
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(get.body().length));
    }

    @Test
    void each_address_has_its_own_tag() {
        assertThat(Stream.of("html", "markdown", "text")
                        .map(format -> Wire.get(TOPIC + "?bodyFormat=" + format).header("ETag")))
                .doesNotHaveDuplicates();
        assertThat(Wire.get(TOPIC + "?bodyFormat=html").header("ETag"))
                .isEqualTo(Wire.get(TOPIC).header("ETag"));
    }

    @Test
    void what_nobody_can_take_is_not_kept() {
        assertThat(Wire.get(TOPIC, "Accept: text/csv").header("Cache-Control")).isEqualTo("no-store");
        assertThat(Wire.get("/v1/topics/%00").header("Cache-Control")).isEqualTo("no-store");
        assertThat(Wire.get("/v1/" + "x".repeat(20_000)).header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(Wire.get("/nothing-here").header("Cache-Control")).isEqualTo("public, max-age=30");
    }

    private static Stream<Instant> shown(Wire.Answer answer) {
        return Json.objects(answer.json())
                .filter(object -> object.has("updatedAt"))
                .map(object -> second(object.path("updatedAt").asText()));
    }

    private static Instant second(String instant) {
        return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant lastModified(Wire.Answer answer) {
        return ZonedDateTime.parse(
                        Objects.requireNonNull(answer.header("Last-Modified")), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
