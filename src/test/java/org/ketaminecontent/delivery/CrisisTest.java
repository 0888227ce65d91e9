package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Json;

/** Whoever reads about depression, suicide or PTSD is told whom to turn to. */
@ApiTest
class CrisisTest {

    private static final Pattern CONCERN =
            Pattern.compile("depress|suicid|\\bptsd\\b|post-?traumatic", Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/conditions/ptsd",
                "/v1/conditions/suicidal-ideation",
                "/v1/conditions/treatment-resistant-depression",
                "/v1/faqs/can-it-stop-suicidal-thoughts",
                "/v1/conditions?limit=1&fields=name",
                "/v1/conditions/ptsd?fields=codes"
            })
    void the_us_line_stands_beside_it(String path) {
        Api.given()
                .get(path)
                .then()
                .body("meta.crisis.notice", notNullValue())
                .body("meta.crisis.contacts.call", hasItem("988"))
                .body("meta.crisis.contacts.text", hasItem("988"))
                .body("meta.crisis.all", containsString("/v1/crisis-resources"));
    }

    @Test
    void nothing_that_speaks_of_it_goes_without() {
        var collections = Described.read().collections().filter(collection -> !collection.equals("crisis-resources"));
        assertThat(collections.flatMap(collection -> Api.all("/v1/" + collection + "?bodyFormat=text").stream()))
                .filteredOn(document -> CONCERN.matcher(words(document)).find())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        document -> assertThat(document.path("crisisSupport").asBoolean())
                                .as(document.path("slug").asText())
                                .isTrue());
    }

    @Test
    void a_term_of_chemistry_has_no_need_of_them() {
        Api.given().get("/v1/glossary/racemic").then().body("meta.crisis", nullValue());
    }

    @Test
    void the_index_has_no_need_of_them() {
        Api.given().get("/v1").then().body("meta.crisis", nullValue());
    }

    @Test
    void what_comes_along_counts_too() {
        var term = Api.all("/v1/glossary").stream()
                .filter(each -> !each.path("crisisSupport").asBoolean())
                .map(each -> "/v1/glossary/" + each.path("slug").asText() + "?include=references")
                .map(Api::read)
                .filter(answer ->
                        Json.texts(answer, "included.references.crisisSupport").contains("true"))
                .findFirst();

        assertThat(term)
                .hasValueSatisfying(answer -> assertThat(Json.texts(answer, "meta.crisis.contacts.call"))
                        .contains("988"));
    }

    @Test
    void every_contact_is_a_crisis_resource() {
        var contacts = Api.read("/v1/conditions/ptsd").at("/meta/crisis/contacts");

        assertThat(contacts).isNotEmpty().allSatisfy(contact -> {
            var resource = Api.read(contact.path("href").asText()).path("data");
            assertThat(resource.path("primary").asBoolean()).isTrue();
            assertThat(resource.path("name")).isEqualTo(contact.path("name"));
            assertThat(resource.path("call")).isEqualTo(contact.path("call"));
        });
    }

    @Test
    void a_contact_says_where_it_comes_from_and_for_which_day() {
        var line = Api.read("/v1/crisis-resources/us-988-lifeline").path("data");

        assertThat(line.path("source").asText()).isEqualTo("https://988lifeline.org");
        assertThat(line.path("asOf").asText()).isEqualTo("2026-11-27");
        assertThat(line.path("verification").asText()).isEqualTo("published-source");
        assertThat(line.path("verifiedOn").isNull()).isTrue();
        assertThat(Json.texts(Api.read("/v1/crisis-resources?kind=helpline"), "data.slug"))
                .contains("us-poison-help", "us-samhsa-helpline", "us-maternal-mental-health");
        assertThat(Api.read("/v1/crisis-resources/us-emergency")
                        .at("/data/verification")
                        .isNull())
                .isTrue();
    }

    /** How far a number was checked is no word for somebody who is about to call it. */
    @Test
    void nothing_of_checks_stands_beside_a_number() {
        for (var slug : Api.slugs("/v1/crisis-resources")) {
            var page = RestAssured.given().accept("text/html").get("/crisis-resources/" + slug);
            page.then().statusCode(200);
            assertThat(page.asString()).doesNotContainIgnoringCase("check is on record", "not checked", "was not read");
        }
    }

    /** What a reader sees of the document itself: not the titles of what it points to. */
    private static String words(JsonNode document) {
        var fields = List.of("title", "name", "question", "term", "summary", "shortAnswer", "definition");
        var words = fields.stream().map(field -> document.path(field).asText()).toList();
        return String.join("\n", words) + String.join("\n", Json.texts(document, "sections.body"));
    }
}
