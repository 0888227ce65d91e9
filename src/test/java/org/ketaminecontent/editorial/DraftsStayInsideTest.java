package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Nothing of a draft is anywhere that readers come, before it is published. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class DraftsStayInsideTest {

    /** A word that stands in nothing but drafts. */
    private static final String MARKER = "zyxmarker";

    /** Another one that stands beside it. */
    private static final String BESIDE = "qwxbeside";

    private static String document = "";
    private static String preview = "";

    @Inject
    Editors editors;

    @BeforeEach
    void write_drafts() {
        if (!document.isEmpty()) {
            return;
        }
        var writer = editors.writer();
        editors.publish("glossary", slug(), asked("Test of words to ask with"));
        var draft = writer.create("glossary", MARKER + "-term", term(MARKER + " " + BESIDE));
        document = "glossary/" + draft.path("id").asText();
        writer.does(document, "submit");
        // A new version of what is live, approved and not published.
        var live = "glossary/esketamine";
        var body = writer.read(live).at("/version/content/body").asText() + "\n\nThis part is a " + MARKER + " "
                + BESIDE + ".\n";
        writer.changes(live, Map.of("content", Map.of("body", body)));
        writer.does(live, "submit");
        editors.reviewer().does(live, "approve");
        var made = Editors.made(writer.post("/" + document + "/preview", Map.of("hours", 1)), 201);
        preview = made.path("token").asText();
    }

    /** What search finds it by is live, and shown to nobody. */
    private static ObjectNode asked(String name) {
        var content = term(name);
        IntStream.range(0, 8)
                .forEach(each -> content.withArray("askedAs").add("where is my " + MARKER + " no " + each));
        return content;
    }

    @Test
    void editors_see_what_readers_ask_with() {
        var slug = slug();
        var made = editors.publish("glossary", slug, asked(slug));

        assertThat(editors.writer().read("glossary/" + made.path("id").asText()).at("/version/content/askedAs"))
                .hasSize(8)
                .first()
                .satisfies(each -> assertThat(each.asText()).isEqualTo("where is my " + MARKER + " no 0"));
    }

    static Stream<String> addresses() {
        var addresses = new ArrayList<>(List.of(
                "/v1",
                "/v1/glossary?limit=100",
                "/v1/glossary?limit=100&sort=-updatedAt",
                "/v1/glossary/esketamine",
                "/v1/glossary/esketamine?bodyFormat=markdown",
                "/v1/topics?limit=100&include=references,conditions,sideEffects,faqs",
                "/v1/search?q=" + BESIDE,
                "/v1/suggest?q=" + BESIDE,
                "/v1/lookup?code=snomed-ct%7C373464007",
                "/v1/corrections",
                "/feeds/changes.json",
                "/feeds/changes.atom",
                "/sitemap.xml",
                "/robots.txt",
                "/",
                "/glossary",
                "/glossary/esketamine",
                "/search?q=" + BESIDE,
                "/embed/glossary/esketamine",
                "/infobutton?mainSearchCriteria.v.dn=" + BESIDE + "&mainSearchCriteria.v.c=1",
                "/.well-known/api-catalog",
                "/openapi.json",
                "/openapi/editorial.json",
                "/q/health",
                "/q/metrics"));
        return addresses.stream();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void no_address_of_readers_shows_a_draft(String address) {
        for (int i = 0; i < 2; i++) {
            var answer = RestAssured.given().urlEncodingEnabled(false).get(address);
            assertThat(answer.asString()).as(address).doesNotContainIgnoringCase(MARKER);
            assertThat(answer.headers().toString()).doesNotContainIgnoringCase(MARKER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/glossary/zyxmarker-term", "/glossary/zyxmarker-term", "/embed/glossary/zyxmarker-term"})
    void a_draft_has_no_address_of_its_own(String address) {
        RestAssured.given().get(address).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/glossary/zyxmarker-term",
                "/v1/glossary?limit=100",
                "/v1/search?q=qwxbeside",
                "/v1/suggest?q=zyx",
                "/glossary/zyxmarker-term"
            })
    void a_preview_shows_it_everywhere_and_leaves_nothing_behind(String address) {
        var with = address + (address.contains("?") ? "&" : "?") + "preview=" + preview;
        var shown = RestAssured.given().urlEncodingEnabled(false).get(with);
        shown.then()
                .statusCode(200)
                .header("Cache-Control", "private, no-store")
                .header("X-Robots-Tag", "noindex");
        assertThat(shown.asString()).containsIgnoringCase(MARKER);
        assertThat(shown.header("Surrogate-Key")).isNull();

        var after = RestAssured.given().urlEncodingEnabled(false).get(address);
        // That there is nothing of the name is said with the name.
        assertThat(after.asString().replace(MARKER + "-term", "")).doesNotContainIgnoringCase(MARKER);
    }

    @Test
    void a_preview_is_of_one_document() {
        var answer = RestAssured.given().urlEncodingEnabled(false).get("/v1/glossary/esketamine?preview=" + preview);
        answer.then().statusCode(200);
        assertThat(answer.asString()).doesNotContainIgnoringCase(MARKER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "x.y", "", "%00", "MQ.0000000000000000000000000000000000000000000000000000000000000000"})
    void a_token_that_is_none_is_refused(String token) {
        var answer = RestAssured.given().urlEncodingEnabled(false).get("/v1/glossary/esketamine?preview=" + token);
        assertThat(answer.statusCode()).isIn(400, 403);
    }

    @Test
    void a_changed_token_is_refused() {
        var answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/v1/glossary/esketamine?preview=A" + preview.substring(1));
        answer.then().statusCode(403);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("invalid-preview");
    }

    @Test
    void a_token_spelt_so_that_the_cache_overlooks_it_is_refused() {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/v1/glossary/zyxmarker-term?%70review=" + preview)
                .then()
                .statusCode(403);
        RestAssured.given().get("/v1/glossary/zyxmarker-term").then().statusCode(404);
    }
}
