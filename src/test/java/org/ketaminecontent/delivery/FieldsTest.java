package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.DescribedParameters;
import org.ketaminecontent.testing.Json;

/** Trimming documents to the fields that are wanted. */
@ApiTest
class FieldsTest {

    private static final List<String> IDENTITY = List.of(
            "id", "type", "slug", "locale", "version", "publishedAt", "updatedAt", "review", "provenance", "links");

    @Test
    void identity_stays_beside_what_is_asked_for() {
        assertThat(Json.names(Api.read("/v1/topics/what-ketamine-is?fields=title,theme")
                        .path("data")))
                .containsExactlyInAnyOrderElementsOf(with("title", "theme"));
    }

    @Test
    void every_field_of_every_kind_can_be_asked_for_alone() {
        for (var collection : Api.collections()) {
            for (var field : DescribedParameters.values("/v1/" + collection, "fields")) {
                var document = Api.read("/v1/" + collection + "?limit=1&fields=" + field)
                        .at("/data/0");

                assertThat(Json.names(document))
                        .as(collection + "." + field)
                        .contains(field)
                        .isSubsetOf(with(field, "riskSummary"));
            }
        }
    }

    @Test
    void values_are_the_same_as_untrimmed() {
        var whole = Api.read("/v1/conditions/ptsd").path("data");
        var trimmed = Api.read("/v1/conditions/ptsd?fields=evidence,codes").path("data");

        Json.names(trimmed)
                .forEach(name -> assertThat(trimmed.path(name)).as(name).isEqualTo(whole.path(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "text"})
    void a_list_of_short_fields_says_the_same_as_whole_documents(String format) {
        for (var collection : Api.collections()) {
            var list = "/v1/" + collection + "?limit=100&bodyFormat=" + format;
            var whole = Api.read(list + "&view=full").path("data");
            var fields = shortFields(collection, whole.path(0));

            var trimmed = Api.read(list + "&fields=" + String.join(",", fields)).path("data");

            assertThat(trimmed).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                var document = whole.path(i);
                var part = trimmed.path(i);
                assertThat(Json.names(part)).containsAll(fields);
                Json.names(part)
                        .forEach(name -> assertThat(part.path(name)).as(name).isEqualTo(document.path(name)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "text"})
    void a_summary_leaves_out_running_text_and_parts(String format) {
        for (var collection : Api.collections()) {
            var list = "/v1/" + collection + "?limit=100&bodyFormat=" + format;
            var whole = Api.read(list + "&view=full").path("data");

            var summaries = Api.read(list).path("data");

            assertThat(summaries).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                var document = whole.path(i);
                var summary = summaries.path(i);
                assertThat(Json.names(summary))
                        .containsExactlyInAnyOrderElementsOf(shortFields(collection, document))
                        .doesNotContain("sections");
                Json.names(summary)
                        .forEach(name -> assertThat(summary.path(name)).as(name).isEqualTo(document.path(name)));
            }
            assertThat(Api.read(list + "&view=summary").path("data")).isEqualTo(summaries);
        }
    }

    /** On a phone's connection, nobody waits for texts that a list does not show. */
    @Test
    void a_list_of_twenty_is_small() {
        for (var collection : Api.collections()) {
            assertThat(Api.given().get("/v1/" + collection + "?limit=20").asByteArray())
                    .as(collection)
                    .hasSizeLessThan(100_000);
        }
    }

    @Test
    void a_summary_still_has_what_must_be_shown() {
        var page = Api.read("/v1/topics?view=summary&limit=100");

        assertThat(page.path("data"))
                .allSatisfy(
                        topic -> assertThat(topic.path("riskSummary").asText()).isNotBlank());
        assertThat(page.at("/meta/regulatoryNotice").asText()).isNotBlank();
        assertThat(page.at("/meta/crisis").isObject()).isTrue();
        assertThat(page.at("/links/self").asText()).contains("view=summary");
    }

    @Test
    void what_is_included_with_summaries_is_whole() {
        assertThat(Json.names(Api.read("/v1/topics?view=summary&limit=1&include=conditions")
                        .at("/included/conditions/0")))
                .contains("sections", "evidence");
    }

    @Test
    void a_view_and_fields_are_not_both_taken() {
        Api.given()
                .get("/v1/topics?view=summary&fields=title")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("view"))
                .body("detail", containsString("fields"));
        Api.given().get("/v1/topics?view=brief").then().statusCode(400).body("detail", containsString("full, summary"));
        Api.given().get("/v1/topics/history?view=summary").then().statusCode(400);
    }

    private static final Set<String> LISTS_OF_WORDS = Set.of("synonyms", "languages", "dangers", "product");

    private static List<String> shortFields(String collection, JsonNode document) {
        return DescribedParameters.values("/v1/" + collection, "fields").stream()
                .filter(field -> !document.path(field).isArray() || LISTS_OF_WORDS.contains(field))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "topics/what-ketamine-is, summary",
        "topics/what-ketamine-is, sections",
        "topics/what-ketamine-is, keyFacts",
        "conditions/ptsd, evidence",
        "conditions/ptsd, sections",
        "faqs/does-it-work-for-everyone, shortAnswer"
    })
    void a_field_that_may_state_a_benefit_brings_the_risks_along(String path, String field) {
        assertThat(Json.names(Api.read("/v1/" + path + "?fields=" + field).path("data")))
                .containsExactlyInAnyOrderElementsOf(with(field, "riskSummary"));
    }

    @Test
    void a_field_that_states_none_comes_alone() {
        assertThat(Json.names(
                        Api.read("/v1/topics/what-ketamine-is?fields=codes").path("data")))
                .doesNotContain("riskSummary");
    }

    @Test
    void every_document_of_a_list_is_trimmed() {
        assertThat(Api.all("/v1/faqs?fields=question"))
                .isNotEmpty()
                .allSatisfy(faq -> assertThat(Json.names(faq)).containsExactlyInAnyOrderElementsOf(with("question")));
    }

    @Test
    void what_comes_along_is_not_trimmed() {
        var included = Api.read("/v1/topics/what-ketamine-is?fields=title&include=conditions")
                .at("/included/conditions/0");

        assertThat(Json.names(included)).contains("sections", "evidence");
    }

    @Test
    void an_empty_list_can_be_trimmed_too() {
        var page = Api.read("/v1/topics?fields=title&updatedSince=9999-01-01T00:00:00Z");

        assertThat(page.path("data")).isEmpty();
    }

    private static List<String> with(String... fields) {
        return Stream.concat(IDENTITY.stream(), Stream.of(fields)).toList();
    }
}
