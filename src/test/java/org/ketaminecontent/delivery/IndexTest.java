package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** GET /v1: what there is. */
@ApiTest
class IndexTest {

    @Test
    void it_counts_what_the_default_content_promises() {
        var counts = Json.children(Api.read("/v1").path("data"))
                .collect(Collectors.toMap(
                        each -> each.path("type").asText(),
                        each -> each.path("count").asInt()));

        assertThat(counts)
                .containsAllEntriesOf(Map.of(
                        "topics", 34,
                        "conditions", 15,
                        "side-effects", 32,
                        "faqs", 55,
                        "references", 134,
                        "glossary", 68));
    }

    @Test
    void it_lists_every_collection_with_the_readers_first() {
        Api.given()
                .get("/v1")
                .then()
                .body(
                        "data.type",
                        contains(
                                "topics",
                                "conditions",
                                "side-effects",
                                "faqs",
                                "references",
                                "glossary",
                                "crisis-resources"))
                .body("data.count", everyItem(greaterThan(0)));
    }

    @Test
    void its_counts_are_those_of_the_lists() {
        Json.children(Api.read("/v1").path("data")).forEach(collection -> {
            var list = Api.read(collection.path("href").asText() + "?count=exact&limit=1");

            assertThat(list.at("/page/total")).isEqualTo(collection.path("count"));
        });
    }

    @Test
    void it_names_the_languages_there_are() {
        Api.given().get("/v1").then().body("locales", contains("en"));
    }

    @Test
    void it_says_which_state_of_the_content_it_tells_of() {
        assertThat(Api.read("/v1").at("/meta/contentVersion").asLong()).isPositive();
    }

    @Test
    void every_link_leads_somewhere() {
        var index = Api.read("/v1");
        Json.children(index.path("links"))
                .forEach(link -> Api.given().get(link.asText()).then().statusCode(200));
    }
}
