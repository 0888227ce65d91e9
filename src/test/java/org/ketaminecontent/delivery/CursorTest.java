package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

/** A cursor belongs to its query, and whatever is none is refused. */
@ApiTest
class CursorTest {

    private static final String LIST = "/v1/topics?limit=1&fields=title&sort=-updatedAt,title";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?limit=1",
                "/v1/topics?limit=1&sort=title",
                "/v1/topics?limit=1&sort=-updatedAt,-title",
                "/v1/topics?limit=1&sort=-updatedAt,title&theme=safety",
                "/v1/topics?limit=1&sort=-updatedAt,title&updatedSince=2020-01-01T00:00:00Z",
                "/v1/conditions?limit=1"
            })
    void the_cursor_of_another_query_is_refused(String other) {
        refused(other + "&cursor=" + cursor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%20", "===", "null", "undefined", "-1", "MTIz", "%F0%9F%98%80"})
    void what_is_no_cursor_is_refused(String cursor) {
        Api.given().get(LIST + "&cursor=" + cursor).then().statusCode(400).body("errors.parameter", contains("cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "yesterday",
                "",
                "2026-01-01T00:00:00Z\0"
            })
    void a_forged_instant_is_refused(String instant) {
        refused(LIST + "&cursor=" + forged(instant, "title", "slug"));
    }

    @Test
    void a_forged_nul_is_refused() {
        refused(LIST + "&cursor=" + forged("2026-01-01T00:00:00Z", "a\0b", "slug"));
    }

    @Test
    void a_forged_number_is_refused() {
        var cursor = Api.read("/v1/topics?limit=1&fields=title")
                .at("/page/nextCursor")
                .asText();

        refused("/v1/topics?limit=1&fields=title&cursor=" + forgedFrom(cursor, "99999999999999999999", "slug"));
    }

    @Test
    void a_cursor_with_too_few_keys_is_refused() {
        refused(LIST + "&cursor=" + forged("2026-01-01T00:00:00Z", "slug"));
    }

    @Test
    void forged_words_are_only_words() {
        var page = Api.read(LIST + "&cursor=" + forged("2000-01-01T00:00:00Z", "' or 1=1 --", "'; drop table topic"));

        assertThat(page.path("data")).isEmpty();
    }

    @Test
    void an_overlong_cursor_is_refused() {
        Api.given()
                .get(LIST + "&cursor=" + "a".repeat(2001))
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("cursor"));
    }

    private static void refused(String path) {
        Api.given()
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"))
                .body("errors.parameter", contains("cursor"));
    }

    private static String cursor() {
        return Api.read(LIST).at("/page/nextCursor").asText();
    }

    private static String forged(String... keys) {
        return forgedFrom(cursor(), keys);
    }

    /** A cursor of the right query, with other keys in it. */
    private static String forgedFrom(String real, String... keys) {
        var text = new String(Base64.getUrlDecoder().decode(real), StandardCharsets.UTF_8);
        var separator = "\u001f";
        var forged = text.split(separator)[0] + separator + String.join(separator, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
    }
}
