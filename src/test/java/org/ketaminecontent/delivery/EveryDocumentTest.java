package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.DescribedParameters;
import org.ketaminecontent.testing.Json;

/** What holds for each document of the default content, read alone. */
@ApiTest
class EveryDocumentTest {

    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"");

    /** Answers by path, such as {@code topics/history}. */
    private static final Map<String, JsonNode> ANSWERS = new LinkedHashMap<>();

    // Not before all: the address of the running application is only known to a test.
    @BeforeEach
    void read_each_once() {
        if (!ANSWERS.isEmpty()) {
            return;
        }
        for (var collection : Api.collections()) {
            for (var slug : Api.slugs(Lists.brief(collection))) {
                ANSWERS.put(collection + "/" + slug, Api.read("/v1/" + collection + "/" + slug));
            }
        }
    }

    @Test
    void it_has_its_identity() {
        forEach((path, document) -> {
            assertThat(document.path("type").asText() + "/"
                            + document.path("slug").asText())
                    .isEqualTo(path);
            assertThat(document.path("locale").asText()).isEqualTo("en");
            assertThat(document.path("version").asInt()).isPositive();
            assertThat(UUID.fromString(document.path("id").asText()).version()).isEqualTo(7);
            assertThat(document.at("/links/self").asText()).endsWith("/v1/" + path);
            assertThat(document.at("/links/page").asText())
                    .isEqualTo(document.at("/links/self").asText().replace("/v1/", "/"));
        });
    }

    @Test
    void no_two_share_an_id() {
        var ids = ANSWERS.values().stream().map(answer -> answer.at("/data/id")).toList();

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void it_says_when_it_was_published() {
        forEach((path, document) -> {
            assertThat(document.path("updatedAt").asText()).endsWith("Z");
            assertThat(Instant.parse(document.path("updatedAt").asText()))
                    .isAfterOrEqualTo(Instant.parse(document.path("publishedAt").asText()))
                    .isBeforeOrEqualTo(Instant.now());
        });
    }

    @Test
    void it_names_no_reviewer_while_there_is_none() {
        forEach((path, document) -> {
            var review = document.path("review");
            assertThat(review.path("status").asText()).isEqualTo("not-reviewed");
            assertThat(Json.names(review))
                    .containsExactly("status", "reviewedBy", "lastReviewed", "nextReviewDue", "evidenceSearchedUpTo");
            assertThat(review.path("reviewedBy").isNull()).isTrue();
            assertThat(review.path("lastReviewed").isNull()).isTrue();
        });
    }

    @Test
    void every_declared_field_is_there() {
        forEach((path, document) -> {
            var declared = DescribedParameters.values("/v1/" + path.split("/")[0], "fields");
            assertThat(Json.names(document)).containsAll(declared);
        });
    }

    @Test
    void it_is_also_found_by_its_id() {
        ANSWERS.forEach((path, answer) -> {
            var byId = "/v1/" + path.split("/")[0] + "/" + answer.at("/data/id").asText();

            assertThat(Api.read(byId)).as(byId).isEqualTo(answer);
        });
    }

    @Test
    void its_sections_can_be_told_apart() {
        forEach((path, document) -> {
            var anchors = Json.texts(document, "sections.anchor");
            assertThat(anchors).doesNotHaveDuplicates().allMatch(anchor -> anchor.matches("[a-z0-9]+(-[a-z0-9]+)*"));
            assertThat(Json.texts(document, "sections.body"))
                    .hasSameSizeAs(anchors)
                    .noneMatch(String::isBlank);
        });
    }

    @Test
    void every_pointer_has_the_same_four_fields_and_leads_to_a_document() {
        ANSWERS.forEach((path, answer) -> Json.objects(answer.path("data"))
                .filter(object -> object.has("href"))
                .forEach(pointer -> {
                    assertThat(Json.names(pointer)).containsExactly("type", "slug", "title", "href");
                    var target = pointer.path("type").asText() + "/"
                            + pointer.path("slug").asText();
                    assertThat(ANSWERS).as(path).containsKey(target);
                    assertThat(pointer.path("href").asText()).endsWith("/v1/" + target);
                    assertThat(pointer.path("title")).isEqualTo(heading(answer(target)));
                }));
    }

    @Test
    void every_document_that_a_text_links_to_is_there() {
        forEach((path, document) -> links(document).stream()
                .filter(link -> link.contains("/v1/"))
                .forEach(link -> assertThat(ANSWERS)
                        .as(path + " links to " + link)
                        .containsKey(link.substring(link.indexOf("/v1/") + "/v1/".length()))));
    }

    @Test
    void every_source_that_a_text_cites_is_among_its_references() {
        forEach((path, document) -> {
            var cited = links(document).stream()
                    .filter(link -> link.contains("/v1/references/"))
                    .toList();
            assertThat(Json.texts(document, "references.href")).as(path).containsAll(cited);
        });
    }

    @Test
    void every_source_of_a_statement_is_among_its_references() {
        forEach((path, document) -> {
            var stated = Set.copyOf(Json.texts(document, "keyFacts.references.href"));
            assertThat(Json.texts(document, "references.href")).as(path).containsAll(stated);
        });
    }

    @Test
    void pointers_go_both_ways() {
        var reversed = Map.of("topics", "topics", "conditions", "conditions", "side-effects", "sideEffects");
        forEach((path, document) -> Json.at(document, "faqs").forEach(pointer -> {
            var faq = answer("faqs/" + pointer.path("slug").asText()).path("data");
            var field = reversed.get(path.split("/")[0]);
            assertThat(Json.texts(faq, field + ".slug"))
                    .contains(document.path("slug").asText());
        }));
    }

    @Test
    void the_answer_names_its_licence_and_how_to_show_it() {
        ANSWERS.forEach((path, answer) -> {
            var meta = answer.path("meta");
            assertThat(meta.path("licence").asText()).isEqualTo("CC-BY-4.0");
            assertThat(meta.at("/attribution/text").asText()).contains("CC BY 4.0");
            assertThat(meta.at("/attribution/url").asText()).startsWith("http");
            assertThat(meta.path("disclaimer").asText()).contains("does not diagnose, treat or replace advice");
            assertThat(meta.path("regulatoryNotice").asText()).contains("approved for anesthesia only", "off-label");
            assertThat(meta.path("contentVersion").asLong()).isPositive();
            assertThat(meta.path("fallback").isNull()).as(path).isTrue();
        });
    }

    @Test
    void crisis_contacts_come_where_they_are_asked_for_and_nowhere_else() {
        ANSWERS.forEach((path, answer) -> assertThat(answer.at("/meta/crisis").isObject())
                .as(path)
                .isEqualTo(answer.at("/data/crisisSupport").asBoolean()));
    }

    @Test
    void nothing_comes_along_unasked() {
        ANSWERS.forEach(
                (path, answer) -> assertThat(answer.path("included")).as(path).isEmpty());
    }

    private static Set<String> links(JsonNode document) {
        var links = new HashSet<String>();
        var texts = Json.at(document, "sections.body").map(JsonNode::asText).toList();
        var definition = document.path("definition").asText();
        for (var text : List.of(String.join("\n", texts), definition)) {
            LINK.matcher(text).results().map(link -> link.group(1)).forEach(links::add);
        }
        return links;
    }

    private static JsonNode answer(String path) {
        return Objects.requireNonNull(ANSWERS.get(path), path);
    }

    private static JsonNode heading(JsonNode answer) {
        var document = answer.path("data");
        return document.path(Lists.heading(document.path("type").asText()));
    }

    private static void forEach(BiConsumer<String, JsonNode> check) {
        assertThat(ANSWERS).isNotEmpty();
        ANSWERS.forEach((path, answer) -> check.accept(path, answer.path("data")));
    }
}
