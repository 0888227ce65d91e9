package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;

/** What caches between server and reader may rely on (RFC 9110, RFC 9111). */
@ApiTest
class CachingTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";
    private static final String WITH_INCLUDES = TOPIC + "?include=conditions,sideEffects,references";
    private static final String LIST = "/v1/side-effects?limit=5&fields=name";

    @ParameterizedTest
    @ValueSource(strings = {"/v1", TOPIC, WITH_INCLUDES, LIST, "/v1/faqs?theme=safety"})
    void an_answer_says_how_long_it_may_be_kept_and_by_whom(String path) {
        var answer = Wire.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control"))
                .isEqualTo("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400");
        assertThat(answer.items("Vary", ", ")).containsExactly("Accept", "Accept-Encoding", "Accept-Language");
        assertThat(etag(answer)).matches("\"[A-Za-z0-9_-]+\"");
        assertThat(lastModified(answer)).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void each_coding_has_its_own_tag_and_the_same_content() {
        var plain = Wire.get(TOPIC);
        var zipped = Wire.get(TOPIC, "Accept-Encoding: gzip");

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(etag(zipped)).isNotEqualTo(etag(plain));
        assertThat(zipped.unzipped()).isEqualTo(plain.text());
        assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*;q=0", "gzip;q=0, *"})
    void gzip_is_not_forced_on_anybody(String codings) {
        assertThat(Wire.get(TOPIC, "Accept-Encoding: " + codings).header("Content-Encoding"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.5", "*", "x-gzip"})
    void gzip_comes_wherever_it_is_welcome(String codings) {
        assertThat(Wire.get(TOPIC, "Accept-Encoding: " + codings).header("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void the_same_question_has_the_same_tag_and_another_has_another() {
        assertThat(etag(Wire.get(TOPIC))).isEqualTo(etag(Wire.get(TOPIC)));
        assertThat(List.of(
                        etag(Wire.get(TOPIC)),
                        etag(Wire.get(TOPIC + "?bodyFormat=text")),
                        etag(Wire.get(TOPIC + "?fields=title")),
                        etag(Wire.get(WITH_INCLUDES))))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*", "%s , \"other\""})
    void what_the_client_has_is_not_sent_again(String condition) {
        var etag = etag(Wire.get(TOPIC));

        var answer = Wire.get(TOPIC, "If-None-Match: " + condition.formatted(etag));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).isEqualTo(etag);
        assertThat(answer.headers()).containsKeys("Cache-Control", "Vary", "Cache-Status");
    }

    @Test
    void asking_anew_still_saves_the_body() {
        var etag = etag(Wire.get(TOPIC));

        assertThat(Wire.get(TOPIC, "If-None-Match: " + etag, "Cache-Control: no-cache", "Pragma: no-cache")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_zipped_copy_is_confirmed_by_its_own_tag() {
        var etag = etag(Wire.get(TOPIC, "Accept-Encoding: gzip"));

        assertThat(Wire.get(TOPIC, "Accept-Encoding: gzip", "If-None-Match: " + etag)
                        .status())
                .isEqualTo(304);
        assertThat(Wire.get(TOPIC, "If-None-Match: " + etag).status()).isEqualTo(200);
    }

    @Test
    void a_tag_from_elsewhere_brings_the_answer() {
        assertThat(Wire.get(TOPIC, "If-None-Match: \"elsewhere\"").status()).isEqualTo(200);
    }

    @Test
    void a_date_serves_clients_without_tags() {
        var modified = Wire.get(TOPIC).header("Last-Modified");

        assertThat(Wire.get(TOPIC, "If-Modified-Since: " + modified).status()).isEqualTo(304);
        assertThat(Wire.get(TOPIC, "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(Wire.get(TOPIC, "If-Modified-Since: yesterday").status()).isEqualTo(200);
    }

    @Test
    void a_tag_beats_a_date() {
        var modified = Wire.get(TOPIC).header("Last-Modified");

        assertThat(Wire.get(TOPIC, "If-None-Match: \"other\"", "If-Modified-Since: " + modified)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", TOPIC, LIST, "/v1/topics/no-such-topic", "/v1/faqs?limit=0"})
    void head_says_what_get_says_without_the_body(String path) {
        // From here on both are answered from the cache, and say so.
        Wire.get(path);
        var get = Wire.get(path, "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        var head = Wire.send("HEAD", path, "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(head.status()).isEqualTo(get.status());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers()).containsAllEntriesOf(get.steadyHeaders());
    }

    @ParameterizedTest
    @ValueSource(strings = {TOPIC, WITH_INCLUDES, LIST})
    void a_purge_by_key_reaches_every_answer_that_shows_the_document(String path) {
        var answer = Wire.get(path);
        var shown = new TreeSet<String>();
        Json.objects(answer.json())
                .filter(object -> object.has("id") && object.has("slug"))
                .forEach(object -> shown.add(
                        object.path("type").asText() + "/" + object.path("slug").asText()));

        var keys = answer.items("Surrogate-Key", " ");
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{8}"));
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(keys).containsAnyElementsOf(SurrogateKeys.toPurge(name)));
        // Proxies take few kilobytes of headers: one of both has to do.
        assertThat(answer.header("Cache-Tag")).isNull();
    }

    @Test
    void a_list_has_its_collection_for_a_key() {
        assertThat(Wire.get(LIST).items("Surrogate-Key", " ")).contains(SurrogateKeys.key("side-effects"));
    }

    /** Without settings, nginx takes four kilobytes, the status line among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/references",
                "/glossary",
                "/builder",
                "/sitemap.xml",
                "/feeds/changes.atom",
                "/embed/faqs?view=full",
                "/embed/topics/what-ketamine-is?view=full",
                "/topics/what-ketamine-is",
                "/v1/references?limit=100",
                "/v1/topics?limit=100&include=conditions,sideEffects,faqs,references",
                "/v1/corrections",
                "/v1/lookup?code=rxnorm%7C6130,icd-10-cm%7CF33.2",
                "/infobutton?mainSearchCriteria.v.dn=ketamine"
            })
    void the_headers_stay_below_three_kilobytes(String path) {
        var answer = Wire.get(path, "Accept-Encoding: gzip");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(size(answer)).isLessThan(3072);
    }

    @Test
    void a_long_question_makes_no_long_headers() {
        var longest = "%F0%9F%98%80".repeat(100);
        var codes = IntStream.range(0, 20)
                .mapToObj(i -> "http://hl7.org/fhir/sid/icd-10-cm%7CF" + i + "x".repeat(35))
                .collect(Collectors.joining(","));

        assertThat(Stream.of("/v1/search?q=" + longest, "/v1/suggest?q=" + longest, "/v1/lookup?code=" + codes))
                .allSatisfy(path -> assertThat(size(Wire.get(path))).isLessThan(3072));
    }

    private static int size(Wire.Answer answer) {
        return answer.headers().entrySet().stream()
                .mapToInt(line -> line.getKey().length() + line.getValue().length() + 4)
                .sum();
    }

    @Test
    void what_is_not_there_is_forgotten_soon_and_mistakes_at_once() {
        assertThat(Wire.get("/v1/topics/no-such-topic").header("Cache-Control")).isEqualTo("public, max-age=30");
        assertThat(Wire.get("/v1/topics?limit=0").header("Cache-Control")).isEqualTo("no-store");
        assertThat(Wire.send("DELETE", TOPIC).header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_length_is_that_of_the_bytes() {
        var answer = Wire.get(TOPIC);

        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        assertThat(answer.body()).isEqualTo(Api.given().get(TOPIC).asString().getBytes(StandardCharsets.UTF_8));
    }

    private static String etag(Wire.Answer answer) {
        return Objects.requireNonNull(answer.header("ETag"));
    }

    private static Instant lastModified(Wire.Answer answer) {
        return ZonedDateTime.parse(
                        Objects.requireNonNull(answer.header("Last-Modified")), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
