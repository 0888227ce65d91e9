package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** What people look up about their health is kept by nobody, and need not stand in an address. */
@ApiTest
class PrivateSearchTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search?q=ketamine+and+sleep",
                "/v1/suggest?q=high",
                "/v1/lookup?code=icd-10-cm%7CF33.2",
                "/infobutton?mainSearchCriteria.v.c=F43.10&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90",
                "/search?q=sleep"
            })
    void no_cache_keeps_it_or_tells_that_it_was_asked_before(String path) {
        for (int i = 0; i < 2; i++) {
            var answer = Wire.get(path, "If-None-Match: *", "If-Modified-Since: Tue, 31 Dec 2999 23:59:59 GMT");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.headers())
                    .doesNotContainKeys("Cache-Status", "ETag", "Last-Modified", "Surrogate-Key", "Cache-Tag", "Age");
        }
    }

    @Test
    void a_search_in_a_body_finds_what_one_in_an_address_finds() {
        var byAddress = Api.read("/v1/search?q=can+i+drive&types=faqs,topics&facets=type&limit=2");

        var byBody = Api.given()
                .contentType("application/json")
                .body(Map.of(
                        "q", "can i drive", "types", List.of("faqs", "topics"), "facets", List.of("type"), "limit", 2))
                .post("/v1/search")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Link", not(containsString("drive")))
                .body("links.self", equalTo("http://localhost:" + RestAssured.port + "/v1/search"))
                .body("links.next", nullValue())
                .extract()
                .jsonPath();
        var byForm = Wire.sendRaw(post("q=can+i+drive&types=faqs%2Ctopics&facets=type&limit=2", FORM))
                .json();

        assertThat(byBody.getList("data.slug", String.class))
                .isNotEmpty()
                .isEqualTo(org.ketaminecontent.testing.Json.texts(byAddress, "data.slug"));
        assertThat(byForm.path("data")).isEqualTo(byAddress.path("data"));
        assertThat(byForm.path("facets")).isEqualTo(byAddress.path("facets"));
        assertThat(byForm.path("links").path("self").asText()).doesNotContain("drive");
    }

    @Test
    void its_next_page_is_asked_for_in_the_body() {
        var first = Wire.sendRaw(post("{\"q\":\"sleep\",\"limit\":1}", "application/json"))
                .json();
        var cursor = first.path("page").path("nextCursor").asText();

        var second = Wire.sendRaw(
                        post("{\"q\":\"sleep\",\"limit\":1,\"cursor\":\"" + cursor + "\"}", "application/json"))
                .json();

        assertThat(second.path("data")).hasSize(1);
        assertThat(second.at("/data/0/slug"))
                .isEqualTo(Api.read("/v1/search?q=sleep&limit=2").at("/data/1/slug"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "{} # 400 # invalid-value # q",
                "{\"q\":null} # 400 # invalid-value # q",
                "{\"q\":5} # 400 # invalid-value # q",
                "{\"q\":\" \"} # 400 # invalid-value # q",
                "{\"q\":[\"a\"]} # 400 # invalid-value # q",
                "{\"q\":\"a\",\"limit\":\"5\"} # 400 # invalid-value # limit",
                "{\"q\":\"a\",\"limit\":1.5} # 400 # invalid-value # limit",
                "{\"q\":\"a\",\"limit\":101} # 400 # invalid-value # limit",
                "{\"q\":\"a\",\"limit\":99999999999} # 400 # invalid-value # limit",
                "{\"q\":\"a\",\"types\":\"faqs\"} # 400 # invalid-value # types",
                "{\"q\":\"a\",\"types\":[\"fags\"]} # 400 # invalid-value # types",
                "{\"q\":\"a\",\"theme\":[1]} # 400 # invalid-value # theme",
                "{\"q\":\"a\",\"colour\":1} # 400 # unknown-parameter # colour",
                "{\"q\":\"a\",\"cursor\":\"abc\"} # 400 # invalid-cursor # cursor"
            })
    void a_wrong_member_is_named(String body, int status, String code, String parameter) {
        Api.given()
                .contentType("application/json")
                .body(body)
                .post("/v1/search")
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors.parameter", hasItem(parameter));
    }

    @Test
    void what_is_no_search_is_refused() {
        for (var body : new String[] {"", "[]", "{", "5", "{\"q\":\"a\",\"q\":\"b\"}"}) {
            Api.given()
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/search")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("malformed-body"));
        }
        assertThat(Wire.sendRaw(post("q=a&q=b", FORM)).json().path("code").asText())
                .isEqualTo("duplicate-parameter");
        assertThat(Wire.sendRaw(post("colour=b&q=a", FORM)).json().path("code").asText())
                .isEqualTo("unknown-parameter");
        assertThat(Wire.sendRaw(post("q=a", FORM).replace("/v1/search", "/v1/search?q=b"))
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("unknown-parameter");
    }

    @Test
    void another_form_of_body_is_told_the_right_ones() {
        var answer = Wire.sendRaw(post("q=a", "text/plain"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.items("Accept-Post", ", ")).containsExactlyInAnyOrder("application/json", FORM);
    }

    @Test
    void a_browser_elsewhere_may_send_one() {
        var preflight = Wire.send(
                "OPTIONS",
                "/v1/search",
                "Origin: https://clinic.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type");

        assertThat(preflight.items("Access-Control-Allow-Methods", ",")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).containsIgnoringCase("content-type");
        assertThat(Wire.sendRaw(post("q=a", FORM)).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @Test
    void danger_is_heard_in_a_body_too() {
        Api.given()
                .contentType("application/json")
                .body(Map.of("q", "i want to kill myself"))
                .post("/v1/search")
                .then()
                .statusCode(200)
                .body("crisis.contacts", not(hasSize(0)));
    }

    @Test
    void other_methods_are_told_that_a_post_is_taken() {
        assertThat(Wire.send("PUT", "/v1/search").items("Allow", ", ")).contains("GET", "POST");
        assertThat(Wire.send("PUT", "/v1/suggest").items("Allow", ", ")).doesNotContain("POST");
    }

    private static String post(String body, String type) {
        return "POST /v1/search HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }
}
