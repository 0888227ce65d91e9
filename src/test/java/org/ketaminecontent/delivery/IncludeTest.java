package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.DescribedParameters;
import org.ketaminecontent.testing.Json;

/** Related documents that come along when asked. */
@ApiTest
class IncludeTest {

    private static final String TOPIC = "/v1/topics/what-ketamine-is";

    @Test
    void only_what_is_asked_for_comes_along() {
        assertThat(Json.names(Api.read(TOPIC + "?include=conditions").path("included")))
                .containsExactly("conditions");
        assertThat(Json.names(Api.read(TOPIC + "?include=references,conditions,sideEffects")
                        .path("included")))
                .containsExactlyInAnyOrder("conditions", "sideEffects", "references");
    }

    @Test
    void what_comes_along_is_what_the_document_points_to() {
        for (var collection : Api.collections()) {
            for (var name : DescribedParameters.values("/v1/" + collection, "include")) {
                var slug = Api.slugs(Lists.brief(collection)).get(0);
                var answer = Api.read("/v1/" + collection + "/" + slug + "?include=" + name);

                assertThat(Json.texts(answer.path("included"), name + ".slug"))
                        .as(collection + " with " + name)
                        .containsExactlyInAnyOrderElementsOf(Json.texts(answer.path("data"), name + ".slug"));
            }
        }
    }

    @Test
    void a_list_brings_each_document_along_once() {
        var page = Api.read("/v1/topics?limit=100&view=full&include=references,faqs");

        assertThat(slugs(page, "references")).doesNotHaveDuplicates();
        assertThat(Set.copyOf(slugs(page, "references")))
                .isEqualTo(Set.copyOf(Json.texts(page, "data.references.slug")));
        assertThat(Set.copyOf(slugs(page, "faqs"))).isEqualTo(Set.copyOf(Json.texts(page, "data.faqs.slug")));
    }

    @Test
    void an_included_document_is_the_document_itself() {
        var included = Api.read(TOPIC + "?include=conditions").at("/included/conditions/0");

        assertThat(included)
                .isEqualTo(Api.read("/v1/conditions/" + included.path("slug").asText())
                        .path("data"));
    }

    @Test
    void the_documents_that_are_included_bring_nothing_along() {
        var page = Api.read("/v1/glossary?limit=100&include=references");

        assertThat(Json.names(page.path("included"))).containsExactly("references");
    }

    @Test
    void documents_can_be_included_from_the_other_end() {
        var condition = Api.read("/v1/conditions/ptsd?include=topics,faqs,sideEffects");

        assertThat(new LinkedHashSet<>(slugs(condition, "topics")))
                .isNotEmpty()
                .isEqualTo(new LinkedHashSet<>(Json.texts(condition, "data.topics.slug")));
    }

    @Test
    void trimmed_documents_still_bring_all_along() {
        var trimmed = Api.read(TOPIC + "?fields=title&include=conditions");

        assertThat(trimmed.path("included"))
                .isEqualTo(Api.read(TOPIC + "?include=conditions").path("included"));
    }

    private static List<String> slugs(JsonNode answer, String name) {
        return Json.texts(answer, "included." + name + ".slug");
    }
}
