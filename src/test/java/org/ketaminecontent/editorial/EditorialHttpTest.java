package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Wire;
import org.ketaminecontent.testing.WrittenLog;

/** What HTTP asks of the editorial API (RFC 9110, RFC 5789), and what is for operators alone. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class EditorialHttpTest {

    private static final Map<String, String> CHANGE = Map.of("note", "A word");

    @Inject
    Editors editors;

    @TestHTTPResource(value = "/", management = true)
    @Nullable
    URL management;

    private JsonNode draft() {
        return editors.writer().create("glossary", Editors.slug(), Editors.term("A word of a test"));
    }

    private int patch(JsonNode draft, String... ifMatch) {
        var request = editors.writer()
                .request()
                .contentType("application/merge-patch+json")
                .body(CHANGE);
        for (var line : ifMatch) {
            request = request.header("If-Match", line);
        }
        return request.patch("/editorial/v1/glossary/" + draft.path("id").asText())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "W/%s",
                "W/%2$s-gzip\"",
                "%2$s-gzip\"",
                "%2$s--gzip\"",
                "%2$s;gzip\"",
                "%2$s-br\"",
                "\"other\", %s",
                "\"other\", W/%s"
            })
    void a_tag_of_ours_is_known_whatever_a_proxy_made_of_it(String form) {
        var draft = draft();
        var etag = draft.path("etag").asText();

        assertThat(patch(draft, form.formatted(etag, etag.substring(0, etag.length() - 1))))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "\"v999999999999999\"", "W/\"v1-x\"", "\"\"", "\"a\", \"b\""})
    void any_other_tag_is_that_of_another_version(String tag) {
        assertThat(patch(draft(), tag)).isEqualTo(412);
    }

    @Test
    void a_request_that_names_no_version_or_several_is_asked_for_one() {
        var draft = draft();

        assertThat(patch(draft)).isEqualTo(428);
        for (var tag : List.of("*", "v1", "\"open", "\"v1\", \"v2\"", "")) {
            assertThat(patch(draft, tag)).as(tag).isEqualTo(428);
        }
    }

    @Test
    void several_lines_of_if_match_are_one_list() {
        var draft = draft();

        assertThat(patch(draft, "\"other\"", draft.path("etag").asText())).isEqualTo(200);
    }

    @Test
    void another_form_of_change_is_told_the_right_one() {
        var draft = draft();

        editors.writer()
                .request()
                .header("If-Match", draft.path("etag").asText())
                .contentType("application/json")
                .body(CHANGE)
                .patch("/editorial/v1/glossary/" + draft.path("id").asText())
                .then()
                .statusCode(415)
                .header("Accept-Patch", equalTo("application/merge-patch+json"))
                .body("detail", containsString("application/merge-patch+json"));
        editors.writer()
                .request()
                .contentType("text/plain")
                .body("{}")
                .post("/editorial/v1/glossary")
                .then()
                .statusCode(415)
                .header("Accept-Post", equalTo("application/json"));
    }

    @Test
    void a_packed_body_is_told_to_come_unpacked() {
        editors.writer()
                .request()
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .body("{}")
                .post("/editorial/v1/glossary")
                .then()
                .statusCode(415)
                .header("Accept-Encoding", equalTo("identity"));
    }

    @Test
    void lengths_are_counted_in_characters() {
        var content = Editors.term("A word of a test");
        for (var note : List.of("😀".repeat(Draft.LONGEST_NOTE), "😀".repeat(Draft.LONGEST_NOTE + 1))) {
            var answer = editors.writer()
                    .post("/glossary", Map.of("slug", Editors.slug(), "content", content, "note", note));

            assertThat(answer.statusCode())
                    .isEqualTo(note.codePointCount(0, note.length()) > Draft.LONGEST_NOTE ? 422 : 201);
        }
    }

    @Test
    void half_a_pair_is_refused() {
        editors.writer()
                .request()
                .contentType("application/json")
                .body("{\"slug\":\"x\",\"content\":{\"term\":\"a\\ud83d\"}}")
                .post("/editorial/v1/glossary")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/content/term"));
    }

    @Test
    void who_is_turned_away_and_what_becomes_of_keys_is_written_down_without_secrets() {
        try (var log = WrittenLog.open()) {
            var made = Editors.made(
                    editors.admin().post("/keys", Map.of("name", "Somebody's own name", "scopes", List.of("read"))),
                    201);
            var id = made.path("id").asText();
            editors.admin().post("/keys/" + id + "/revoke", Map.of()).then().statusCode(200);
            new Editors.Editor(made.path("key").asText()).get("/topics").then().statusCode(401);
            editors.writer().get("/keys").then().statusCode(403);

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("key-made, " + id + " by key:"))
                    .anyMatch(line -> line.contains("key-revoked, " + id + " by key:"))
                    .noneMatch(line -> line.contains("Somebody")
                            || line.contains(made.path("key").asText()));
        }
    }

    @Test
    void a_publication_and_a_withdrawal_are_written_down_once_without_names() {
        try (var log = WrittenLog.open()) {
            var slug = Editors.slug();
            var live = editors.publish("glossary", slug, Editors.term("A word that is logged"));
            editors.publisher()
                    .does("glossary/" + live.path("id").asText(), "withdraw", Map.of("reason", "A secret reason"));

            var lines = log.lines().stream()
                    .filter(line -> line.contains("glossary/" + slug))
                    .toList();
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0))
                    .matches("(?s)org.ketaminecontent.publications Published glossary/" + slug
                            + ", version 1, change \\d+ [0-9a-f]{32}\\s*");
            assertThat(lines.get(1))
                    .matches("(?s)org.ketaminecontent.publications Withdrew glossary/" + slug
                            + ", version 1, change \\d+ [0-9a-f]{32}\\s*");
        }
    }

    @Test
    void what_is_for_operators_has_a_port_of_its_own() {
        for (var path : List.of("/q/metrics", "/q/health", "/q/health/ready", "/q")) {
            assertThat(Wire.get(path).status()).as(path).isEqualTo(404);
        }
        for (var path : List.of("/v1", "/docs/", "/openapi.json", "/openapi.yaml")) {
            assertThat(Wire.get(path).status()).as(path).isEqualTo(200);
        }
        var operations = requireNonNull(management);
        assertThat(operations.getPort()).isNotEqualTo(RestAssured.port);
        var port = "http://" + operations.getAuthority();
        RestAssured.given()
                .get(port + "/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests"));
        RestAssured.given().get(port + "/q/health/ready").then().statusCode(200);
    }
}
