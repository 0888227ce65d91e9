package org.example.gadget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Wire;

/** Editors write gadgets in every way in which they write other content. */
@EditorialTest
@TestProfile(GadgetProfile.class)
class GadgetEditingTest {

    @Inject
    Editors editors;

    private static ObjectNode content(String label) {
        var content = JsonNodeFactory.instance
                .objectNode()
                .put("label", label)
                .put("blurb", "A device that weighs a cup.")
                .put("riskSummary", "It can weigh wrong.")
                .put("price", 900)
                .put("confirmation", "confirmed")
                .put("drafting", "person")
                .put("body", "It weighs each cup that stands on it, and says how heavy the cup is [@first-source].");
        content.putArray("conditions").add("sample-condition");
        return content;
    }

    private static String live(String slug) {
        return Api.given().get("/v1/gadgets/" + slug).asString();
    }

    @Test
    void a_draft_becomes_a_document_and_is_taken_back() {
        var slug = Editors.slug();
        var document = "gadgets/"
                + editors.publish("gadgets", slug, content("A gadget to take back"))
                        .path("id")
                        .asText();
        assertThat(live(slug)).contains("A gadget to take back");

        editors.publisher().does(document, "withdraw", Map.of("reason", "It broke."));

        assertThat(Wire.get("/v1/gadgets/" + slug).status()).isEqualTo(410);
    }

    @Test
    void a_draft_is_held_against_the_rules_of_its_type() {
        var broken = content("A broken gadget").put("price", -1);
        broken.withArray("conditions").add("no-condition");

        editors.writer()
                .post("/gadgets/validate", Map.of("slug", Editors.slug(), "content", broken))
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.pointer", hasItem("/content/price"));
    }

    @Test
    void a_few_words_change_under_the_same_review() {
        var slug = Editors.slug();
        var document = "gadgets/"
                + editors.publish("gadgets", slug, content("A gadget with an eror"))
                        .path("id")
                        .asText();

        editors.writer().changes(document, Map.of("minor", true, "content", Map.of("label", "A gadget with an error")));
        editors.writer()
                .patch(
                        document,
                        Map.of("minor", true, "content", Map.of("price", 901)),
                        editors.writer().read(document).path("etag").asText())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/content/price"));
    }

    @Test
    void a_cached_answer_is_dropped_when_a_document_that_it_shows_changes() {
        var slug = Editors.slug();
        editors.publish("gadgets", slug, content("A gadget in a cache"));
        var path = "/v1/gadgets/" + slug + "?include=conditions";
        // The news of the publication may come a moment after it, and drop the first answers.
        assertThat(Stream.generate(() -> Wire.get(path).header("Cache-Status")).limit(50))
                .contains("ketamine-content; hit");

        editors.writer().changes("conditions/sample-condition", Map.of("content", Map.of("name", "Renamed condition")));
        editors.publish("conditions/sample-condition");

        var answer = Wire.get(path);
        assertThat(answer.header("Cache-Status")).doesNotContain("hit");
        assertThat(answer.json().at("/data/conditions/0/title").asText()).isEqualTo("Renamed condition");
    }

    @Test
    void an_export_has_a_file_of_it() {
        var archive = editors.admin().get("/export").asByteArray();

        assertThat(new String(archive, StandardCharsets.ISO_8859_1)).contains("gadgets/first-gadget.md");
    }

    @Test
    void the_studio_has_a_form_for_it() {
        var signedIn = RestAssured.given()
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .redirects()
                .follow(false)
                .formParam("key", editors.writer().key())
                .post("/studio/sign-in")
                .cookies();

        RestAssured.given()
                .cookies(signedIn)
                .get("/studio/gadgets/new")
                .then()
                .statusCode(200)
                .body(containsString("name=\"content.label\""))
                .body(containsString("<textarea id=\"field-content.blurb\""));
        RestAssured.given().cookies(signedIn).get("/studio").then().body(containsString("/studio/gadgets/new"));
    }

    @Test
    void the_names_of_collections_include_it_in_problems() {
        editors.writer().get("/widgets").then().statusCode(404).body("detail", containsString("gadgets"));
    }
}
