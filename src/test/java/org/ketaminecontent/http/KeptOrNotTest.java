package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Wire;

/** No answer depends on whether it was kept, whatever headers it is asked for with. */
@ApiTest
class KeptOrNotTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";

    private static final List<String> ADDRESSES = List.of(
            "/v1",
            "/v1/problems",
            "/v1/problems/not-found",
            "/v1/topics?limit=2",
            "/v1/topics?limit=0",
            "/v1/topics?theme=safety;limit=1",
            "/v1/topics;limit=1",
            TOPIC,
            TOPIC + ";x=1",
            "/v1/topics/no-such-topic",
            "/v1/topics/history?locale=xx",
            "/v1/corrections",
            "/v1/embed-code?url=/topics/history&flavour=iframe",
            "/v1/search?q=can+i+drive",
            "/v1/suggest?q=high",
            "/v1/lookup?code=icd-10-cm%7CF33.2",
            "/",
            "/topics",
            "/topics/history",
            "/topics/no-such-topic",
            "/embed/topics/history",
            "/builder",
            "/feeds/changes.json",
            "/sitemap.xml",
            "/.well-known/api-catalog",
            "/oembed?url=/topics/history");

    private static final List<String> HEADERS = List.of(
            "X-Nothing: said",
            "Accept: application/json",
            "Accept: text/html",
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept: application/ld+json",
            "Accept: application/ld+json, application/json;q=0.5, text/html;q=0.4",
            "Accept: application/json;q=0",
            "Accept: text/html;q=0, */*",
            "Accept: application/json;q=0, */*",
            "Accept: */*;q=0",
            "Accept: application/*;q=0.3, text/*;q=0",
            "Accept: a",
            "Accept: a, application/json",
            "Accept: *",
            "Accept: text/csv",
            "Accept: ",
            "Accept: ,",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip;q=0, *",
            "Accept-Encoding: identity;q=0",
            "Accept-Language: de, *;q=0",
            "If-None-Match: *",
            "If-None-Match: \"open",
            "If-Modified-Since: Tue, 31 Dec 2999 23:59:59 GMT",
            "If-Modified-Since: Sun Nov  6 08:49:37 1994",
            "If-Match: \"other\"",
            "Range: bytes=9-1",
            "Content-Encoding: gzip",
            "Cache-Control: no-cache, no-store, only-if-cached",
            "Cookie: a=%",
            "traceparent: zz");

    @Inject
    ResponseCache cache;

    private void forget() {
        var names = Described.read().collections().collect(Collectors.toCollection(HashSet::new));
        names.addAll(Set.of("problems", "", "history", "no-such-topic", "corrections"));
        cache.drop(names);
    }

    private static String answer(String method, String path, String header) {
        var answer = Wire.send(method, path, header);
        var headers = new TreeMap<String, String>();
        answer.steadyHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.remove("cache-status");
        var body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        // Each has a trace of its own.
        return (answer.status() + "\n" + headers + "\n" + body).replaceAll("\\b[0-9a-f]{32}\\b", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void every_address_answers_the_same_cold_and_warm(String method) {
        var softly = new SoftAssertions();
        for (var path : ADDRESSES) {
            // To HEAD the same is said as to GET; some headers show it.
            for (var header : method.equals("GET") ? HEADERS : HEADERS.subList(0, 7)) {
                forget();
                var cold = answer(method, path, header);
                var warm = answer(method, path, header);
                softly.assertThat(warm).as(path + " with " + header).isEqualTo(cold);
                softly.assertThat(cold).as(path + " with " + header).doesNotStartWith("5");
            }
        }
        softly.assertAll();
    }

    /** What one client asked before must not decide what the next one gets. */
    @Test
    void every_address_answers_the_same_whoever_asked_before() {
        var softly = new SoftAssertions();
        var told = HEADERS.stream().filter(each -> each.startsWith("Accept: ")).toList();
        for (var path : List.of(
                TOPIC,
                "/topics/history",
                "/",
                "/topics",
                "/topics/no-such-topic",
                "/v1/topics/none",
                "/feeds/changes.atom",
                "/feeds/changes.json",
                "/sitemap.xml",
                "/robots.txt",
                "/.well-known/api-catalog",
                "/oembed?url=/topics/history",
                "/v1/snapshots")) {
            var cold = new HashMap<String, String>();
            for (var header : told) {
                forget();
                cold.put(header, answer("GET", path, header));
            }
            forget();
            for (var header : told) {
                softly.assertThat(answer("GET", path, header))
                        .as(path + " with " + header)
                        .isEqualTo(cold.get(header));
            }
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics?limit=1, application/json;q=0",
        "/v1/topics?limit=1, */*;q=0",
        "/v1/topics?limit=1, 'application/json;q=0, */*'",
        "/v1/topics?limit=1, 'application/json;q=0.000, application/*'",
        "/v1/search?q=sleep, */*;q=0",
        "/v1/search?q=sleep, application/json;q=0",
        "/infobutton?mainSearchCriteria.v.dn=sleep, */*;q=0",
        "/infobutton?mainSearchCriteria.v.dn=sleep, a",
        "/search?q=sleep, text/html;q=0",
        "/topics/history, 'text/html;q=0, application/ld+json;q=0, */*'",
        "/, 'text/html;q=0, */*'",
        "/embed/topics/history, text/html;q=0",
        "/feeds/changes.json, */*;q=0",
        "/openapi.json, */*;q=0",
        "/assets/site.css, */*;q=0"
    })
    void what_is_not_wanted_is_not_sent(String path, String accept) {
        for (int i = 0; i < 2; i++) {
            ProblemTest.assertProblem(Wire.get(path, "Accept: " + accept), 406, "not-acceptable");
        }
    }

    @Test
    void a_semicolon_is_a_character_of_a_value() {
        var answer = Wire.get("/v1/topics?theme=safety;limit=1");

        ProblemTest.assertProblem(answer, 400, "invalid-value");
        assertThat(answer.json().path("errors").path(0).path("detail").asText()).contains("'safety;limit=1'");
        assertThat(Wire.get("/v1/topics?limit=1&utm_source=a;limit=2").text())
                .isEqualTo(Wire.get("/v1/topics?limit=1").text());
        assertThat(Wire.get("/topics?utm_source=a;cursor=b").status()).isEqualTo(200);
        assertThat(Wire.get("/v1/search?q=a;limit=0")
                        .json()
                        .path("links")
                        .path("self")
                        .asText())
                .endsWith("?q=a%3Blimit%3D0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/topics;a=b", "/v1;x/topics", TOPIC + ";x=1", "/topics;x", "/topics/history;x", "/docs/;x"})
    void nor_does_it_end_a_name(String path) {
        assertThat(Wire.get(path).status()).isEqualTo(404);
    }

    @Test
    void whoever_waits_for_another_gets_an_answer_of_its_own_form() {
        var forms = Stream.of("text/html", "*/*", "application/ld+json").toList();
        var answers = forms.parallelStream()
                .map(form -> Wire.get("/topics/no-such-topic-" + System.nanoTime() / 1_000_000_000, "Accept: " + form))
                .toList();

        assertThat(answers.get(0).header("Content-Type")).startsWith("text/html");
        assertThat(answers.get(1).header("Content-Type")).startsWith("application/problem+json");
        assertThat(Arrays.asList(answers.get(0).status(), answers.get(1).status()))
                .containsOnly(404);
    }
}
