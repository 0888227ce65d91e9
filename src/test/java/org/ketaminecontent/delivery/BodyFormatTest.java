package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Json;

/** The three forms of running text. */
@ApiTest
class BodyFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"html", "markdown", "text"})
    void no_mark_of_the_authors_is_left_over(String format) {
        assertThat(texts(format))
                .isNotEmpty()
                .allSatisfy((where, text) -> assertThat(text).isNotBlank().doesNotContain("[@", "[[", "{#"));
    }

    @Test
    void html_is_what_comes_unasked() {
        var asked = Api.read("/v1/topics/what-ketamine-is?bodyFormat=html");

        assertThat(Api.read("/v1/topics/what-ketamine-is")).isEqualTo(asked);
    }

    @Test
    void html_holds_nothing_that_could_run() {
        assertThat(texts("html")).allSatisfy((where, text) -> {
            assertThat(text).startsWith("<").doesNotContain("<script", "<iframe", "<img", "<style", " style=");
            assertThat(text).doesNotContainPattern("(?i)\\son[a-z]+=|javascript:");
        });
    }

    @Test
    void html_names_the_documents_it_links_to() {
        var html = texts("html").get("topics/what-ketamine-is#an-anaesthetic");

        assertThat(html)
                .containsPattern(
                        "<a href=\"http[^\"]+/v1/references/ketalar-label\" data-type=\"references\" data-slug=\"ketalar-label\">")
                .containsPattern(
                        "<a href=\"http[^\"]+/v1/glossary/off-label\" data-type=\"glossary\" data-slug=\"off-label\">");
    }

    @Test
    void markdown_links_to_the_sources() {
        assertThat(texts("markdown").get("topics/what-ketamine-is#an-anaesthetic"))
                .containsPattern("\\([^)]*\\[[^\\]]+]\\(http[^)]+/v1/references/ketalar-label\\)")
                .doesNotContain("<a ", "<p>");
    }

    @Test
    void plain_text_names_the_sources_and_links_nowhere() {
        assertThat(texts("text").get("topics/what-ketamine-is#an-anaesthetic"))
                .contains(label("ketalar-label"))
                .doesNotContain("/v1/");
    }

    @Test
    void plain_text_has_no_tags() {
        assertThat(texts("text"))
                .allSatisfy((where, text) ->
                        assertThat(text).doesNotContainPattern("</?(p|a|ul|ol|li|strong|em|table|td|th|h[1-6])\\b"));
    }

    @Test
    void the_form_holds_for_what_comes_along_too() {
        Api.given()
                .get("/v1/topics/what-ketamine-is?bodyFormat=text&include=sideEffects")
                .then()
                .body("included.sideEffects.sections.flatten().body.findAll { it.contains('<p>') }.size()", equalTo(0));
    }

    @Test
    void anchors_and_headings_are_the_same_in_every_form() {
        var sections = Stream.of("html", "markdown", "text")
                .map(format -> Api.read("/v1/topics/what-ketamine-is?bodyFormat=" + format))
                .map(answer ->
                        Json.texts(answer, "data.sections.anchor") + "" + Json.texts(answer, "data.sections.heading"))
                .distinct();

        assertThat(sections).hasSize(1);
    }

    /** All running text, by where it stands. */
    private static Map<String, String> texts(String format) {
        return Described.read()
                .collections()
                .flatMap(collection -> Api.all("/v1/" + collection + "?bodyFormat=" + format).stream())
                .flatMap(BodyFormatTest::parts)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, String>> parts(JsonNode document) {
        var where = document.path("type").asText() + "/" + document.path("slug").asText() + "#";
        return document.has("definition")
                ? Stream.of(Map.entry(where, document.path("definition").asText()))
                : Json.children(document.path("sections"))
                        .map(each -> Map.entry(
                                where + each.path("anchor").asText(),
                                each.path("body").asText()));
    }

    private static String label(String reference) {
        return Api.read("/v1/references/" + reference).at("/data/label").asText();
    }
}
