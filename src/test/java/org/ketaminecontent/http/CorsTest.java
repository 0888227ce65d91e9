package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Programs on any site may read, without credentials. */
@ApiTest
class CorsTest {

    private static final String ORIGIN = "Origin: https://clinic.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/topics/what-ketamine-is",
                "/v1/topics",
                "/openapi.yaml",
                "/v1/topics?limit=0",
                "/v1/topics/no-such-topic",
                "/v1/topics/%00",
                "/infobutton?mainSearchCriteria.v.dn=ketamine",
                "/infobutton",
                "/.well-known/api-catalog",
                "/sitemap.xml",
                "/topics/history",
                "/embed/topics/history",
                "/oembed?url=/topics/history",
                "/feeds/changes.atom"
            })
    void every_site_may_read_answers_and_refusals(String path) {
        var answer = Wire.get(path, ORIGIN);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void refusals_of_method_and_form_can_be_read_too() {
        assertThat(Wire.send("DELETE", "/v1/topics", ORIGIN).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertThat(Wire.get("/v1/topics", ORIGIN, "Accept: text/csv").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void a_cache_can_give_browsers_what_it_got_without_an_origin() {
        var plain = Wire.get("/v1/topics");
        var asked = Wire.get("/v1/topics", ORIGIN);

        assertThat(asked.steadyHeaders()).isEqualTo(plain.steadyHeaders());
        assertThat(plain.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "garbage", "https://a b", "file://", ""})
    void whoever_asks_is_no_reason_to_refuse(String origin) {
        var answer = Wire.get("/v1/topics", "Origin: " + origin);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void programs_see_what_they_need_for_caching_and_paging() {
        assertThat(Wire.get("/v1/topics", ORIGIN).items("Access-Control-Expose-Headers", ","))
                .contains("ETag", "Last-Modified", "Link", "Content-Language", "Retry-After")
                .contains("Accept-Ranges", "Content-Range", "Repr-Digest");
    }

    @Test
    void a_preflight_allows_reading_alone() {
        var answer = Wire.send(
                "OPTIONS",
                "/v1/topics",
                ORIGIN,
                "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: if-none-match");

        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.items("Access-Control-Allow-Methods", ","))
                .contains("GET", "HEAD")
                .doesNotContain("POST", "PUT", "PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).containsIgnoringCase("if-none-match");
        assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("86400");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/topics", "/infobutton", "/.well-known/api-catalog", "/oembed", "/openapi.json"})
    void no_header_is_a_reason_to_keep_a_site_out(String path) {
        var headers = "content-type,cache-control,x-requested-with,authorization,x-anything";

        var answer = preflight(path, "Access-Control-Request-Headers: " + headers);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.items("Access-Control-Allow-Headers", ",")).contains(headers.split(","));
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void a_preflight_that_names_too_much_or_nothing_is_told_of_all() {
        assertThat(preflight("/v1", "Access-Control-Request-Headers: " + "x".repeat(2000))
                        .header("Access-Control-Allow-Headers"))
                .isEqualTo("*,Authorization");
        assertThat(preflight("/v1").header("Access-Control-Allow-Headers")).isEqualTo("*,Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/editorial/v1/documents/topics", "/studio", "/studio/sign-in", "/q/health/ready"})
    void what_is_for_editors_and_operators_stays_closed(String path) {
        assertThat(Wire.get(path, ORIGIN).header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight(path, "Access-Control-Request-Headers: authorization")
                        .header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private static Wire.Answer preflight(String path, String... more) {
        var lines = new ArrayList<>(List.of(ORIGIN, "Access-Control-Request-Method: GET"));
        lines.addAll(List.of(more));
        return Wire.send("OPTIONS", path, lines.toArray(String[]::new));
    }
}
