package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** A document that was renamed has two names, and whatever counts for one of them counts for the other. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class RenamedDocumentsTest {

    @Inject
    Editors editors;

    private static ObjectNode termSaying(String name, String sentence) {
        var content = term(name);
        return content.put("body", content.path("body").asText() + " " + sentence);
    }

    /** Gives a live document another slug. */
    private String renamed(String document) {
        var id = editors.writer().read(document).path("id").asText();
        var collection = document.substring(0, document.indexOf('/'));
        var present = slug();
        editors.writer().changes(collection + "/" + id, Map.of("slug", present));
        editors.publish(collection + "/" + id);
        return collection + "/" + present;
    }

    @Test
    void what_others_point_to_under_its_former_name_cannot_be_withdrawn_alone() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var pointing = slug();
        editors.publish("glossary", pointing, termSaying(pointing, "See [[glossary/" + target + "|the other]]."));

        var present = renamed("glossary/" + target);

        editors.publisher()
                .step(present, "withdraw", Map.of("reason", "Gone."))
                .then()
                .statusCode(409)
                .body("referencedBy", contains("glossary/" + pointing));
        Api.given()
                .redirects()
                .follow(false)
                .get("/v1/glossary/" + target)
                .then()
                .statusCode(301);
    }

    @Test
    void nothing_leads_to_a_former_name_of_what_leaves_at_the_same_time() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var present = renamed("glossary/" + target);
        var pointing = slug();
        editors.writer()
                .create("glossary", pointing, termSaying(pointing, "See [[glossary/" + target + "|the other]]."));
        editors.writer().does("glossary/" + pointing, "submit");
        editors.reviewer().does("glossary/" + pointing, "approve");
        var leaving = Map.of("document", present, "etag", etag(present), "reason", "Gone.");
        var going = Map.of("document", "glossary/" + pointing, "etag", etag("glossary/" + pointing));

        editors.publisher()
                .post("/releases", Map.of("title", "Both", "publish", List.of(going), "withdraw", List.of(leaving)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/publish/0/content/body"));
        editors.publisher()
                .step(present, "withdraw", Map.of("reason", "Gone.", "successor", "glossary/" + target))
                .then()
                .statusCode(422);
        Api.given().get("/v1/" + present).then().statusCode(200);
    }

    private String etag(String document) {
        return editors.writer().read(document).path("etag").asText();
    }

    @Test
    void a_source_that_others_cite_keeps_its_slug() {
        ObjectNode source = editors.writer()
                .read("references/ketalar-label")
                .at("/version/content")
                .deepCopy();
        var cited = slug();
        editors.publish("references", cited, source);
        var free = renamed("references/" + cited);
        var citing = slug();
        // Its present name is shown where it is cited.
        var formerly = editors.writer()
                .post("/glossary/validate", draft(citing, termSaying(citing, "It is so [@" + cited + "].")));
        assertThat(Json.texts(formerly.as(JsonNode.class), "findings.message"))
                .anyMatch(each -> each.contains("there is no reference '" + cited + "'"));
        editors.publish(
                "glossary", citing, termSaying(citing, "It is so [@" + free.substring("references/".length()) + "]."));

        var work = "references/" + editors.writer().read(free).path("id").asText();
        editors.writer().changes(work, Map.of("slug", slug()));

        editors.writer()
                .step(work, "submit", null)
                .then()
                .statusCode(422)
                .body(
                        "errors[0].detail",
                        equalTo("must stay as it is, because other documents cite it under that:" + " glossary/"
                                + citing));
    }

    @Test
    void nothing_takes_the_name_of_another_document_as_a_former_one_of_its_own() {
        var live = slug();
        editors.publish("glossary", live, term(live));
        var former = slug();
        editors.publish("glossary", former, term(former));
        renamed("glossary/" + former);
        var name = slug();
        for (var taken : List.of(live, former)) {
            var content = term(name);
            content.putArray("formerSlugs").add(taken);

            var answer = editors.writer().post("/glossary/validate", draft(name, content));

            assertThat(Json.texts(answer.as(JsonNode.class), "findings.message"))
                    .containsExactly("'glossary/" + taken + "' leads to another document");
        }
    }

    @Test
    void an_export_with_links_to_a_former_name_can_be_imported() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var pointing = slug();
        editors.publish("glossary", pointing, termSaying(pointing, "See [[" + target + "|the other]]."));
        renamed("glossary/" + target);

        var job = editors.imports(editors.admin().get("/export").asByteArray(), "?dryRun=true");

        var ended = editors.endedImport(job.path("id").asText());
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("done");
        assertThat(Json.texts(ended, "items.outcome")).containsOnly("unchanged");
    }

    @Test
    void a_number_that_another_document_has_too_is_the_same_in_both() {
        var content = editors.writer().read("conditions/ptsd").at("/version/content");
        ObjectNode changed = content.deepCopy();
        for (var risk : changed.path("risks")) {
            ((ObjectNode) risk).put("limit", risk.path("limit").asText() + " More is not known.");
        }

        var shared = Json.texts(content, "risks.id").stream()
                .filter(id -> Api.all("/v1/topics").stream()
                        .anyMatch(topic -> Json.texts(topic, "risks.id").contains(id)))
                .toList();
        assertThat(shared).isNotEmpty();

        var found = Json.texts(
                editors.writer()
                        .post("/conditions/validate", draft("ptsd", changed))
                        .as(JsonNode.class),
                "findings.message");
        assertThat(shared)
                .allSatisfy(id -> assertThat(found)
                        .anyMatch(each -> each.startsWith("'" + id + "' has other values or texts in ")));
    }

    private static Map<String, Object> draft(String slug, JsonNode content) {
        return Map.of("slug", slug, "content", content);
    }
}
