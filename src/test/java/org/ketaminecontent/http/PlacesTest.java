package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;

/** What stands beside the content: the description, its page, health and metrics. */
@ApiTest
class PlacesTest {

    @Test
    void the_description_comes_in_both_forms() {
        var json = Wire.get("/openapi.json");
        var yaml = Wire.get("/openapi.yaml");

        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.json().path("openapi").asText()).startsWith("3.1");
        assertThat(yaml.header("Content-Type")).contains("yaml");
        assertThat(yaml.text()).contains("openapi: 3.1");
        assertThat(Json.names(json.json().path("paths"))).contains("/v1", "/v1/topics/{slug}");
    }

    @Test
    void the_description_can_be_read_in_a_browser() {
        var answer = Wire.get("/docs");
        var page = answer.status() == 200 ? answer : Wire.get(String.valueOf(answer.header("Location")));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("Delivery API").contains("/openapi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/"})
    void the_documentation_begins_with_the_delivery_api(String path) {
        assertThat(Wire.get(path).text()).contains("<h1>Delivery API</h1>");
        assertThat(Wire.send("HEAD", path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void the_server_says_that_it_is_well(String kind) {
        var answer = Wire.get("/q/health/" + kind);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("UP");
    }

    @Test
    void readiness_speaks_of_database_and_content() {
        var health = Wire.get("/q/health/ready").json();

        assertThat(Json.texts(health, "checks.name")).contains("content is live");
        assertThat(Json.texts(health, "checks.data.database")).containsExactly("present");
        assertThat(Json.texts(health, "checks.data.degraded")).containsExactly("false");
    }

    @Test
    void the_server_counts_what_it_does() {
        Wire.get("/v1/topics");

        assertThat(Wire.get("/q/metrics").text())
                .contains("http_server_requests_seconds_count")
                .contains("uri=\"/v1/topics\"");
    }

    @Test
    void an_answer_is_counted_under_the_template_of_its_path_kept_or_not() {
        Wire.get("/v1/topics/aftercare");
        Wire.get("/v1/topics/aftercare");
        Wire.get("/v1/topics/no-such-topic");
        Wire.get("/v1/topics/no-such-topic");
        Wire.send("BREW", "/nowhere/at-all");
        Wire.send("OPTIONS", "/v1/nowhere-either", "Access-Control-Request-Method: GET");

        assertThat(Wire.get("/q/metrics").text())
                .contains("uri=\"/v1/topics/{slug}\"")
                .contains("method=\"OTHER\"")
                .doesNotContain("/v1/topics/aftercare")
                .doesNotContain("no-such-topic")
                .doesNotContain("nowhere")
                .doesNotContain("BREW");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi.xml", "/docs/nothing-here.js", "/q", "/q/nothing-here", "/q/health/nothing-here"})
    void what_is_not_beside_the_content_is_not_found(String path) {
        ProblemTest.assertProblem(Wire.get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/problems",
                "/openapi.json",
                "/openapi.yaml",
                "/docs",
                "/docs/",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/metrics",
                "/nothing-here"
            })
    void no_browser_guesses_what_an_answer_is(String path) {
        assertThat(Wire.get(path).header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
