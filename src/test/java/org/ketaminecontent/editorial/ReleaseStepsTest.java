package org.ketaminecontent.editorial;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Documents that point to each other are published and withdrawn together, or not at all. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class ReleaseStepsTest {

    @Inject
    Editors editors;

    @Test
    void what_others_point_to_cannot_be_withdrawn_alone() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var pointing = slug();
        var content = term(pointing);
        content.put("body", content.path("body").asText() + " See [[glossary/" + target + "|the other]].");
        editors.publish("glossary", pointing, content);
        var publisher = editors.publisher();

        publisher
                .step("glossary/" + target, "withdraw", Map.of("reason", "Gone."))
                .then()
                .statusCode(409)
                .body("code", equalTo("still-referenced"))
                .body("referencedBy", contains("glossary/" + pointing));

        // Together they go.
        var release = publisher.post(
                "/releases",
                Map.of(
                        "title",
                        "Both go",
                        "withdraw",
                        List.of(leaving("glossary/" + target), leaving("glossary/" + pointing))));
        release.then().statusCode(200).body("data.state", contains("withdrawn", "withdrawn"));
        Api.given().get("/v1/glossary/" + target).then().statusCode(410);
    }

    private Map<String, String> leaving(String document) {
        return Map.of(
                "document",
                document,
                "etag",
                editors.writer().read(document).path("etag").asText(),
                "reason",
                "Gone.");
    }

    @Test
    void a_release_is_live_as_a_whole_or_not_at_all() {
        var one = slug();
        var other = slug();
        var first = editors.writer().create("glossary", one, term(one));
        var pointing = term(other);
        pointing.put("body", pointing.path("body").asText() + " See [[glossary/" + one + "|the other]].");
        editors.publish("glossary", "before-" + one, term("before " + one));
        var second = editors.writer().create("glossary", other, pointing);
        var names = List.of(
                "glossary/" + first.path("id").asText(),
                "glossary/" + second.path("id").asText());
        editors.writer().does(names.get(0), "submit");
        // It points to what is not live yet, so it can be handed over only after it.
        editors.writer().step(names.get(1), "submit", null).then().statusCode(422);
        editors.reviewer().does(names.get(0), "approve");
        var going = new ArrayList<Map<String, Object>>();
        going.add(Map.of("document", names.get(0), "etag", etag(names.get(0))));
        going.add(Map.of("document", names.get(1), "etag", etag(names.get(1))));

        editors.publisher()
                .post("/releases", Map.of("title", "Half", "publish", going))
                .then()
                .statusCode(409);

        Api.given().get("/v1/glossary/" + one).then().statusCode(404);
        going.remove(1);
        editors.publisher()
                .post("/releases", Map.of("title", "Whole", "publish", going))
                .then()
                .statusCode(200);
        Api.given().get("/v1/glossary/" + one).then().statusCode(200);
    }

    @Test
    void a_release_has_each_document_once_and_no_successor_that_leaves() {
        var one = slug();
        editors.publish("glossary", one, term(one));
        var document = "glossary/" + one;
        var twice = Map.of(
                "title",
                "Twice",
                "publish",
                List.of(Map.of("document", document, "etag", etag(document))),
                "withdraw",
                List.of(leaving(document)));
        editors.publisher()
                .post("/releases", twice)
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("names a document twice"));

        editors.publisher()
                .post("/releases", Map.of("title", "a".repeat(201), "withdraw", List.of(leaving(document))))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("must be a text of 1 to 200 characters"));
        editors.publisher()
                .step(document, "withdraw", Map.of("reason", "Gone.", "successor", document))
                .then()
                .statusCode(422)
                .body("errors[0].detail", equalTo("'" + document + "' is withdrawn: name a document that stays"));
        Api.given().get("/v1/" + document).then().statusCode(200);
    }

    @Test
    void a_finding_names_the_document_of_a_release() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var one = slug();
        var other = slug();
        var pointing = term(other);
        pointing.put("body", pointing.path("body").asText() + " See [[glossary/" + target + "|the other]].");
        editors.writer().create("glossary", one, term(one));
        editors.writer().create("glossary", other, pointing);
        var going = new ArrayList<Map<String, String>>();
        for (var document : List.of("glossary/" + one, "glossary/" + other)) {
            editors.writer().does(document, "submit");
            editors.reviewer().does(document, "approve");
            going.add(Map.of("document", document, "etag", etag(document)));
        }
        editors.publisher().does("glossary/" + target, "withdraw", Map.of("reason", "Gone."));

        editors.publisher()
                .post("/releases", Map.of("title", "Two", "publish", going))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/publish/1/content/body"));
    }

    private String etag(String document) {
        return editors.writer().read(document).path("etag").asText();
    }
}
