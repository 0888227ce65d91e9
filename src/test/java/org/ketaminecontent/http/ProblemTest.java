package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;

/** Whatever a client sends, it is told what was wrong, in one form (RFC 9457). */
@ApiTest
class ProblemTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "traceparent: 00-" + TRACE + "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @CsvSource({
        "/nothing-here, 404, not-found",
        "/v1/nothing-here, 404, not-found",
        "/v1/topics/what-ketamine-is/more, 404, not-found",
        "/v1/topics/no-such-topic, 404, document-not-found",
        "/v1/topics/What-Ketamine-Is, 404, document-not-found",
        "/v1/topics/not-a-uuid-0123, 404, document-not-found",
        "/v1/topics/01a20644-da5a-72c7-808d, 404, document-not-found",
        "/v1/topics/00000000-0000-7000-8000-000000000000, 404, document-not-found",
        "/v1/topics/../../etc/passwd, 404, not-found",
        "/v1/topics/..%2f..%2fetc%2fpasswd, 404, document-not-found",
        "/v1/topics/%2e%2e%2fv1, 404, document-not-found",
        "/v1/topics/x%27%3Bdrop%20table%20topic, 404, document-not-found",
        "/v1/topics/%00, 400, malformed-request",
        "/v1/topics?theme=%00, 400, malformed-request",
        "/v1/topics/%ff, 400, malformed-request",
        "/v1/topics?condition=%c3%28, 400, malformed-request",
        "/v1/topics/%zz, 400, malformed-request",
        "/v1/topics?theme=%, 400, malformed-request",
        "/v1/topics?limit=99999999999999999999, 400, invalid-value",
        "/v1/topics?theme=safty, 400, invalid-value",
        "/v1/topics?colour=red, 400, unknown-parameter",
        "/v1/problems/no-such-code, 404, not-found",
        "/v1?x=1, 400, unknown-parameter"
    })
    void a_wrong_address_is_answered_by_a_problem(String path, int status, String code) {
        assertProblem(Wire.get(path), status, code);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH", "DELETE", "TRACE"})
    void a_wrong_method_is_told_the_right_ones(String method) {
        var answer = Wire.send(method, "/v1/topics/what-ketamine-is");

        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.items("Allow", ", ")).contains("GET", "HEAD").doesNotContain(method);
    }

    @ParameterizedTest
    @CsvSource({"text/csv", "application/xml", "image/png"})
    void a_form_that_does_not_exist_is_refused(String form) {
        assertProblem(Wire.get("/v1/topics", "Accept: " + form), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({"'*/*'", "'application/*'", "'text/html, */*;q=0.1'", "application/json"})
    void whoever_takes_json_gets_it(String forms) {
        var answer = Wire.get("/v1/topics?limit=1", "Accept: " + forms);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void a_very_long_address_is_refused() {
        assertProblem(Wire.get("/v1/topics?theme=" + "x".repeat(20_000)), 414, "uri-too-long");
        assertProblem(Wire.get("/v1/topics/" + "x".repeat(20_000)), 414, "uri-too-long");
    }

    @Test
    void a_large_body_is_refused() {
        var body = "x".repeat(1_100_000);

        var answer = Wire.sendRaw("POST /v1/topics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);

        assertProblem(answer, 413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"GARBAGE", "'GET  HTTP/1.1'", "'GET /v1/topics/two words HTTP/1.1'"})
    void what_is_no_http_is_a_clients_mistake(String line) {
        assertThat(Wire.sendRaw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void headers_without_end_are_a_clients_mistake() {
        var answer = Wire.get("/v1", "X-Long: " + "x".repeat(40_000));

        assertThat(answer.status()).isEqualTo(431);
    }

    @Test
    void a_problem_says_where_it_happened_and_under_which_trace() {
        var problem = Wire.get("/v1/topics?limit=0", TRACEPARENT).json();

        assertThat(problem.path("instance").asText()).isEqualTo("/v1/topics");
        assertThat(problem.path("traceId").asText()).isEqualTo(TRACE);
        assertThat(Json.texts(problem, "errors.parameter")).containsExactly("limit");
    }

    @Test
    void a_problem_without_a_trace_gets_one() {
        assertThat(Wire.get("/v1/topics?limit=0").json().path("traceId").asText())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(
                        Wire.get("/v1/topics?limit=0").json().path("traceId").asText());
    }

    @Test
    void nothing_of_the_inside_is_shown() {
        for (var path : new String[] {"/v1/topics/%00", "/v1/topics?limit=x", "/v1/topics/'", "/nothing"}) {
            assertThat(Wire.get(path).text())
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("org.ketaminecontent", "java.", "select ", "\tat ");
        }
    }

    @Test
    void the_type_is_an_address_that_explains_it() {
        var problem = Wire.get("/v1/topics/no-such-topic").json();

        var explained = Api.read(problem.path("type").asText());

        assertThat(explained.path("code")).isEqualTo(problem.path("code"));
        assertThat(explained.path("href")).isEqualTo(problem.path("type"));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_code_is_explained_where_its_type_leads(ErrorCode code) {
        var explained = Api.read("/v1/problems/" + code.code());

        assertThat(explained.path("code").asText()).isEqualTo(code.code());
        assertThat(explained.path("title").asText()).isNotBlank();
        assertThat(explained.path("explanation").asText()).isNotBlank();
        assertThat(explained.path("status").asInt()).isEqualTo(code.status);
    }

    @Test
    void every_code_is_in_the_list() {
        assertThat(Json.texts(Api.read("/v1/problems"), "data.code"))
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    static void assertProblem(Wire.Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
        assertThat(problem.path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(problem.path("errors").isArray()).isTrue();
        assertThat(answer.text()).doesNotContainPattern("Exception|org\\.[a-z]+\\.|java\\.|(?i:select) .* from");
        assertThat(URI.create(problem.path("type").asText()).getPath()).isEqualTo("/v1/problems/" + code);
    }
}
