package org.ketaminecontent.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** What comes with the application is sent as everything else is. */
@ApiTest
class StaticAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "/assets/site.css, text/css;charset=UTF-8",
        "/assets/ketamine-content-1.js, text/javascript;charset=UTF-8",
        "/assets/mark.svg, image/svg+xml;charset=UTF-8",
        "/openapi, application/yaml;charset=UTF-8",
        "/openapi.yaml, application/yaml;charset=UTF-8",
        "/openapi.json, application/json;charset=UTF-8",
        "/openapi/editorial.json, application/json;charset=UTF-8",
        "/v1/problems, application/json",
        "/v1/problems/not-found, application/json"
    })
    void it_is_coded_dated_and_confirmed(String path, String type) {
        var plain = Wire.get(path);
        var zipped = Wire.get(path, "Accept-Encoding: gzip");
        var etag = Objects.requireNonNull(plain.header("ETag"));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Content-Type")).isEqualToIgnoringCase(type);
        assertThat(plain.header("Cache-Control")).startsWith("public");
        assertThat(Wire.get(path, "If-None-Match: " + etag).status()).isEqualTo(304);
        assertThat(Wire.get(path, "If-Modified-Since: " + plain.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        assertThat(modified(plain))
                .isBefore(Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime()));
        if (plain.body().length > 1000) {
            assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(zipped.unzipped()).isEqualTo(plain.text());
            assertThat(zipped.header("ETag")).isNotEqualTo(etag);
        }
    }

    @Test
    void a_page_of_search_results_is_coded_too() {
        var page = Wire.get("/search?q=sleep", "Accept-Encoding: gzip");

        assertThat(page.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(page.unzipped()).contains("</html>");
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi, 'application/json', application/json",
        "/openapi, 'application/json;q=0.1, application/yaml', application/yaml",
        "/openapi?format=JSON, '*/*', application/json",
        "/openapi?format=yaml, 'application/json', application/yaml",
        "/openapi, 'text/csv', application/yaml"
    })
    void a_description_comes_in_the_form_that_is_asked_for(String path, String accept, String type) {
        assertThat(Wire.get(path, "Accept: " + accept).header("Content-Type")).startsWith(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/none.css",
                "/assets/",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/openapi.xml",
                "/openapi/none.json",
                "/openapi-x.json",
                "/docs/none.js"
            })
    void nothing_else_comes_out(String path) {
        assertThat(Wire.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_range_of_what_is_not_there_brings_all() {
        for (var path : new String[] {"/assets/site.css", "/docs/"}) {
            assertThat(Wire.get(path, "Range: bytes=9-1").status()).as(path).isEqualTo(200);
            assertThat(Wire.get(path, "Range: bytes=99999999-").status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void the_page_of_the_description_stands_in_no_frame_and_asks_no_other_server() {
        var page = Wire.get("/docs/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.text()).doesNotContain("<script", " style=\"");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static Instant modified(Wire.Answer answer) {
        return ZonedDateTime.parse(
                        Objects.requireNonNull(answer.header("Last-Modified")), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }
}
