package org.example.gadget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.snapshot.SnapshotMaker;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Wire;

/** Readers get gadgets in every way in which they get other content, although nothing but their package names them. */
@EditorialTest
@TestProfile(GadgetProfile.class)
class GadgetTest {

    private static final String GADGET = "/v1/gadgets/first-gadget";

    @Inject
    SnapshotMaker snapshots;

    @Test
    void a_list_is_sorted_and_filtered() {
        Api.given()
                .get("/v1/gadgets?sort=-price,label&count=exact")
                .then()
                .statusCode(200)
                .body("data.slug", hasItem("first-gadget"))
                .body("page.total", greaterThan(0));
        Api.given().get("/v1/gadgets?condition=sample-condition").then().body("data.slug", hasItem("first-gadget"));
        Api.given()
                .get("/v1/gadgets?sort=position")
                .then()
                .statusCode(400)
                .body("detail", containsString("label, -label, price, -price, slug"));
        Api.given()
                .get("/v1/gadgets?condition=Sample")
                .then()
                .statusCode(400)
                .body("detail", containsString("slug of lower-case letters"));
    }

    @Test
    void a_document_comes_with_those_that_it_links_to() {
        Api.given()
                .get(GADGET + "?include=conditions,references")
                .then()
                .statusCode(200)
                .body("data.label", equalTo("A first gadget"))
                .body("included.conditions.slug", contains("sample-condition"))
                .body("included.references.slug", contains("first-source"));
    }

    @Test
    void a_source_says_that_it_is_cited_there() {
        Api.given().get("/v1/references/first-source").then().body("data.citedBy.slug", hasItem("first-gadget"));
    }

    @Test
    void a_text_that_may_state_a_benefit_is_never_without_the_risks() {
        Api.given().get(GADGET + "?fields=blurb").then().body("data.riskSummary", equalTo("It can count wrong."));
        Api.given().get(GADGET + "?fields=price").then().body("data", not(hasKey("riskSummary")));
    }

    @Test
    void the_index_and_every_page_link_to_the_collection() {
        Api.given().get("/v1").then().body("data.type", hasItem("gadgets"));
        assertThat(Wire.get("/topics").text()).contains("/gadgets\">Gadgets</a>");
        assertThat(Wire.get("/developers").text()).contains("Gadgets", "Devices that only tests have.", "/v1/gadgets");
        assertThat(Wire.get("/builder").text()).contains("A first gadget");
        assertThat(Wire.get("/sitemap.xml").text()).contains("/gadgets/first-gadget");
    }

    @Test
    void pages_and_embeds_show_the_document() {
        assertThat(Wire.get("/gadgets").text()).contains("A first gadget", "A device that counts drops.");
        assertThat(Wire.get("/gadgets/first-gadget").text())
                .contains("A first gadget", "It can count wrong.", "How it works", "MedicalDevice");
        assertThat(Wire.get("/embed/gadgets/first-gadget").text()).contains("A first gadget");
    }

    @Test
    void the_search_finds_it_among_documents_of_its_type() {
        Api.given()
                .get("/v1/search?q=drops&types=gadgets")
                .then()
                .body("data.slug", contains("first-gadget"))
                .body("data.riskSummary", contains("It can count wrong."));
        Api.given()
                .get("/v1/search?q=drops&types=widgets")
                .then()
                .statusCode(400)
                .body("detail", containsString("gadgets"));
        assertThat(Wire.get("/search?q=drops", "Accept: text/html").text()).contains("/gadgets/first-gadget");
    }

    @Test
    void copies_hold_it() {
        Api.given().get("/v1/sync?types=gadgets").then().body("data.slug", hasItem("first-gadget"));
        snapshots.make();
        var lines = Json.objects(Wire.get("/v1/snapshots").json())
                .filter(file -> file.path("format").asText().equals("json-lines")
                        && file.path("compression").asText().equals("none"))
                .findFirst()
                .orElseThrow();
        assertThat(Wire.get(lines.path("href").asText().replaceFirst("^https?://[^/]+", ""))
                        .text())
                .contains("A first gadget");
    }

    @Test
    void the_descriptions_say_how_it_is_read_and_written() {
        Api.given()
                .get("/openapi.json")
                .then()
                .body("paths", allOf(hasKey("/v1/gadgets"), hasKey("/v1/gadgets/{slug}")))
                .body("components.schemas.SearchType.enum", hasItem("gadgets"))
                .body("components.schemas.SyncItem.anyOf.$ref", hasItem("#/components/schemas/Gadget"));
        Api.given()
                .get("/openapi/editorial.json")
                .then()
                .body("paths", hasKey("/editorial/v1/gadgets/{name}/publish"))
                .body("components.schemas.GadgetContent.properties.keySet()", hasItems("label", "price"));
    }
}
