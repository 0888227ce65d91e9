package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.http.ProblemTest.assertProblem;

import io.restassured.RestAssured;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Requests that no client library would send bring no server error, and no answer that was not asked for. */
@ApiTest
class HostileRequestTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host:\r\n",
                "Host: a.example\r\nHost: b.example\r\n",
                "Host: evil.example/path\r\n",
                "Host: user@evil.example\r\n",
                "Host: two words\r\n",
                "Host: localhost:99999\r\n",
                "Host: localhost:\r\n",
                "Host: [::1\r\n",
                "Host: a..evil.example\r\n",
                "Host: <script>\r\n"
            })
    void a_request_names_one_host(String hosts) {
        var answer = Wire.sendRaw("GET /v1 HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n");

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text()).doesNotContain("evil", "script", "http:///");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 1000, 19_000})
    void a_host_is_no_longer_than_a_name_can_be(int length) {
        var host = "evil.".repeat(length / 5 + 1).substring(0, length);

        var answer =
                Wire.sendRaw("GET /v1/topics?limit=100 HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "http:///v1", "http://a..b/v1", "http://user@evil.example/v1"})
    void an_address_that_names_a_host_names_one(String target) {
        var answer = Wire.sendRaw(
                "GET " + target + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.text()).doesNotContain("evil");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/faqs/how-fast, evil.example",
        "/v1/faqs/how-fast, localhost.evil.example:80",
        "http://evil.example/v1/faqs/how-fast, localhost"
    })
    void links_do_not_begin_with_whatever_a_client_says(String target, String host) {
        var answer = Wire.sendRaw("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/links/self").asText()).isEqualTo("http://localhost/v1/faqs/how-fast");
        assertThat(answer.text()).doesNotContain("evil");
        assertThat(String.valueOf(answer.header("Link"))).doesNotContain("evil");
    }

    @Test
    void the_host_of_an_absolute_address_goes_before_the_header() {
        var answer = Wire.sendRaw("GET http://one.example/v1/faqs/how-fast HTTP/1.1\r\nHost: localhost\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer.json().at("/links/self").asText()).isEqualTo("http://one.example/v1/faqs/how-fast");
    }

    @Test
    void a_tag_is_confirmed_however_far_apart_tags_stand() {
        var etag = Wire.get(TOPIC).header("ETag");

        assertThat(Wire.get(TOPIC, "If-None-Match: \"a\"" + " ".repeat(15_000) + ", W/" + etag)
                        .status())
                .isEqualTo(304);
        assertThat(Wire.get(TOPIC, "If-None-Match: \"a\"" + " ".repeat(15_000) + "\"b\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void many_mistakes_are_explained_by_a_few_and_a_count() {
        var query = IntStream.range(0, 700).mapToObj(i -> "x" + i + "=1").collect(Collectors.joining("&"));

        var answer = Wire.get("/v1/topics?" + query);

        assertProblem(answer, 400, "unknown-parameter");
        assertThat(answer.body().length).isLessThan(16_000);
        assertThat(answer.json().path("errors").size()).isEqualTo(InvalidParameters.TOLD);
        assertThat(answer.json().path("detail").asText()).endsWith("There are 690 more mistakes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics?fields=", "/v1/topics?include=", "/v1/topics?sort=", "/v1/search?q=a&types="})
    void a_list_of_nonsense_is_explained_shortly(String start) {
        var values = IntStream.range(0, 900).mapToObj(i -> "y" + i).collect(Collectors.joining(","));

        var answer = Wire.get(start + values);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().length).isLessThan(16_000);
    }

    @ParameterizedTest
    @CsvSource({"condition, x", "reference, x", "code, icd-10-cm%7CF"})
    void a_filter_takes_so_many_values(String name, String value) {
        var values =
                IntStream.range(0, 51).mapToObj(i -> name + "=" + value + i).collect(Collectors.joining("&"));

        var answer = Wire.get("/v1/topics?" + values);

        assertProblem(answer, 400, "invalid-value");
        assertThat(answer.json().path("detail").asText()).contains("51 values; 50 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/infobutton", "/studio/sign-in", "/studio/sign-out"})
    void a_form_that_anybody_may_send_is_short(String path) {
        assertProblem(form(path, "Content-Length: 20000\r\n\r\n" + "x".repeat(20_000)), 413, "body-too-large");
        assertProblem(
                form(path, "Transfer-Encoding: chunked\r\n\r\n4e20\r\n" + "x".repeat(20_000) + "\r\n0\r\n\r\n"),
                413,
                "body-too-large");
    }

    private static Wire.Answer form(String path, String rest) {
        return Wire.sendRaw("POST " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n" + rest);
    }

    @Test
    void the_first_http_had_no_host() {
        assertThat(Wire.sendRaw("GET /v1 HTTP/1.0\r\n\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.2", "HTTP/2.0", "HTTP/9.9", "HTTP/x", "FTP/1.1", "FOO"})
    void an_unknown_version_is_no_server_error(String version) {
        var answer = Wire.sendRaw(
                "GET /v1 " + version + "\r\nHost: localhost:" + RestAssured.port + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.status()).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "99999999999999999999", "1, 2", "0x10"})
    void a_length_that_is_none_is_a_clients_mistake(String length) {
        assertThat(Wire.get("/v1", "Content-Length: " + length).status()).isEqualTo(400);
    }

    @Test
    void a_hundred_headers_do_not_hurt() {
        var headers = IntStream.range(0, 100).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new);

        assertThat(Wire.get("/v1", headers).status()).isEqualTo(200);
    }

    @Test
    void too_many_headers_are_a_clients_mistake() {
        var headers = IntStream.range(0, 200)
                .mapToObj(i -> "X-" + i + ": " + "y".repeat(100))
                .toArray(String[]::new);

        assertThat(Wire.get("/v1", headers).status()).isEqualTo(431);
    }

    @ParameterizedTest
    @CsvSource({"';;;'", "text", "a/b/c", "','", "\u00ff", "application/problem+json"})
    void what_is_no_form_of_ours_is_not_acceptable(String accept) {
        assertProblem(Wire.get("/v1/topics?limit=1", "Accept: " + accept), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept:",
                "Accept: */json;q=abc",
                "Accept-Language: ;;q=x, \u00ff",
                "Accept-Encoding: ;;;gzip;q=x",
                "If-Modified-Since: Thu, 01 Jan 99999 00:00:00 GMT",
                "If-None-Match: ",
                "If-None-Match: ,,",
                "If-None-Match: \"open",
                "Range: bytes=0-10",
                "Expect: nothing",
                "Content-Type: ;;;",
                "Cookie: ;;=;",
                "Forwarded: ;;;",
                "X-Forwarded-Host: evil.example",
                "X-HTTP-Method-Override: DELETE"
            })
    void a_header_that_makes_no_sense_changes_nothing(String header) {
        var answer = Wire.get(TOPIC, header);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(Wire.get(TOPIC).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-<script>-00f067aa0ba902b7-01"
            })
    void a_trace_that_is_none_is_replaced(String traceparent) {
        var traceId = Wire.get("/v1?x=1", "traceparent: " + traceparent).json().path("traceId");

        assertThat(traceId.asText())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0".repeat(32))
                .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics/no-such-topic, 404, document-not-found",
        "/v1/nothing-here, 404, not-found",
        "/v1/topics?limit=0, 400, invalid-value"
    })
    void no_condition_hides_a_failure(String path, int status, String code) {
        assertProblem(Wire.get(path, "If-None-Match: *"), status, code);
    }

    @Test
    void a_body_is_not_read_where_none_is_taken() {
        assertThat(withBody("GET", TOPIC, "application/json", "{}").text())
                .isEqualTo(Wire.get(TOPIC).text());
        assertProblem(withBody("POST", TOPIC, "text/plain", "{}"), 405, "method-not-allowed");
        assertProblem(withBody("POST", TOPIC, ";;;", "{"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?%00=1",
                "/v1/topics/%ED%A0%80",
                "/v1/topics?condition=%F4%90%80%80",
                "/v1/topics/%C0%AE%C0%AE",
                "/v1/topics/%c3",
                "/v1/topics/x%",
                "/v1/topics/x%2",
                "/%zz",
                "/q/%00",
                "/docs/%ff"
            })
    void an_address_that_is_no_text_is_refused_everywhere(String path) {
        assertProblem(Wire.get(path), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics/\u00e9", "/v1/topics/a|b", "/v1/topics/%5c..", "/v1/topics/{slug}"})
    void a_name_that_nothing_can_have_is_not_found(String path) {
        assertProblem(Wire.get(path), 404, "document-not-found");
    }

    private static Wire.Answer withBody(String method, String path, String type, String body) {
        return Wire.sendRaw(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }
}
