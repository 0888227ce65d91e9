package org.ketaminecontent.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.http.ProblemTest.assertProblem;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Forms are read as the WHATWG's URL standard has them, and what is none is a client's mistake. */
@ApiTest
class FormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @ParameterizedTest
    @ValueSource(strings = {"q=%", "q=%zz", "q=%2", "%=1", "q=a&%zz", "q=%ff", "q=%ED%A0%80", "q=%C0%AE", "q=\u00ff"})
    void broken_escapes_and_bytes_are_refused(String form) {
        for (var path : new String[] {"/v1/search", "/infobutton", "/studio/sign-in"}) {
            assertThat(post(path, FORM, form).status()).as(path).isEqualTo(400);
        }
        assertProblem(post("/v1/search", FORM, form), 400, "malformed-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "@@", "", "utf-16", "\"x", "iso-8859-1"})
    void another_charset_is_refused(String charset) {
        for (var path : new String[] {"/v1/search", "/infobutton", "/studio/sign-in"}) {
            assertProblem(post(path, FORM + ";charset=" + charset, "q=a"), 415, "unsupported-media-type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";charset=UTF-8", "; charset=\"utf-8\"", ";", ";x=y"})
    void its_own_is_not(String parameters) {
        assertThat(post("/v1/search", FORM + parameters, "q=caf%C3%A9+%F0%9F%98%80")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_semicolon_parts_nothing() {
        assertThat(post("/v1/search", FORM, "q=a;limit=0").status()).isEqualTo(200);
        assertProblem(post("/v1/search", FORM, "limit=1;q=a"), 400, "invalid-value");
    }

    @ParameterizedTest
    @CsvSource({
        "';;;'",
        "a",
        "a/b/c",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "'application/x-www-form-urlencoded, application/json'",
        "text/plain"
    })
    void what_is_no_form_is_told_what_is_taken(String type) {
        var answer = post("/infobutton", type, "mainSearchCriteria.v.dn=sleep");

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Post")).isEqualTo(FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "GZIP, gzip", "x"})
    void a_body_that_is_packed_is_told_to_come_unpacked(String coding) {
        var answer = post("/v1/search", FORM + "\r\nContent-Encoding: " + coding, "q=a");

        assertProblem(answer, 415, "unsupported-media-type");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(answer.json().path("detail").asText()).contains("content coding");
        assertThat(post("/v1/search", FORM + "\r\nContent-Encoding: identity", "q=a")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lengths_are_counted_in_characters_and_no_pair_is_split() {
        var longest = "%F0%9F%98%80".repeat(199) + "a";

        assertThat(post("/v1/search", FORM, "q=" + longest).status()).isEqualTo(200);
        assertThat(Wire.get("/v1/suggest?q=" + longest).status()).isEqualTo(200);
        assertThat(post("/infobutton", FORM, "mainSearchCriteria.v.dn=" + longest)
                        .status())
                .isEqualTo(200);
        assertThat(post("/v1/search", FORM, "q=" + longest + "a").status()).isEqualTo(400);
        assertThat(post("/infobutton", FORM, "mainSearchCriteria.v.dn=" + longest + "a")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_is_shown_of_a_value_ends_with_a_whole_character() {
        var value = "a" + "%F0%9F%98%80".repeat(90);
        for (var path :
                new String[] {"/v1/topics?theme=" + value, "/v1/topics?" + value + "=1", "/v1/topics/" + value}) {
            assertThat(Wire.get(path).text()).contains("😀…").doesNotContain("?…", "\ufffd");
        }
    }

    @Test
    void a_content_type_that_is_none_is_told_so() {
        for (var type : new String[] {"a", "/", "application/", ";charset=utf-8", "application/json;charset"}) {
            for (var path : new String[] {"/v1/search", "/infobutton", "/studio/sign-in"}) {
                assertThat(post(path, type, "{}").status())
                        .as(type + " " + path)
                        .isBetween(400, 415);
            }
        }
    }

    @Test
    void half_a_pair_is_refused_in_json() {
        for (var body :
                new String[] {"{\"q\":\"a\\ud83d\"}", "{\"q\":\"\\ude00\\ud83d\"}", "{\"\\ud83d\":1,\"q\":\"a\"}"}) {
            assertThat(post("/v1/search", "application/json", body).status()).isBetween(400, 422);
        }
        assertThat(post("/v1/search", "application/json", "{\"q\":\"\\ud83d\\ude00\"}")
                        .status())
                .isEqualTo(200);
    }

    private static Wire.Answer post(String path, String type, String body) {
        return Wire.sendRaw("POST " + path + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port
                + "\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body);
    }
}
