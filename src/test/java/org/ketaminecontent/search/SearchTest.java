package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** What a search answers. */
@ApiTest
class SearchTest {

    @Test
    void a_hit_says_what_it_is_where_it_fits_and_what_goes_with_it() {
        var hit = search("can i drive home", "").at("/data/0");

        assertThat(hit.path("type").asText()).isEqualTo("faqs");
        assertThat(hit.path("slug").asText()).isEqualTo("can-i-drive");
        assertThat(hit.path("links")).isEqualTo(Api.read("/v1/faqs/can-i-drive").at("/data/links"));
        assertThat(hit.path("riskSummary").asText()).isNotEmpty();
        assertThat(hit.at("/highlights/title").asText()).contains("<mark>drive</mark>");
        var faq = Api.read("/v1/faqs/can-i-drive?fields=question,shortAnswer").path("data");
        assertThat(hit.path("title").asText()).isEqualTo(faq.path("question").asText());
        assertThat(hit.path("summary").asText())
                .isEqualTo(faq.path("shortAnswer").asText());
    }

    @Test
    void the_section_that_fits_best_is_one_of_the_documents() {
        var hits = search("interstitial cystitis urinating blood", "&types=topics,conditions,side-effects,faqs");

        var sections = Json.children(hits.path("data"))
                .filter(hit -> hit.path("section").isObject())
                .toList();
        assertThat(sections).isNotEmpty();
        for (var hit : sections) {
            var document = Api.read(
                    "/v1/" + hit.path("type").asText() + "/" + hit.path("slug").asText());
            assertThat(Json.texts(document, "data.sections.anchor"))
                    .contains(hit.at("/section/anchor").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"dissociation, exact", "dissociating, stem", "khole, synonym", "halucinations, fuzzy", "F43.10, exact"})
    void a_hit_says_how_it_was_found(String query, String matchedBy) {
        assertThat(search(query, "").at("/data/0/matchedBy").asText()).isEqualTo(matchedBy);
    }

    @Test
    void a_misspelt_word_is_put_right_and_said() {
        assertThat(search("ketmine and anxeity", "").path("didYouMean").asText())
                .isEqualTo("ketamine and anxiety");
        assertThat(search("ketamine and anxiety", "").path("didYouMean").isNull())
                .isTrue();
    }

    /** Each has a word that is in no document, and is near to one that is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "i want to die anymroe",
                "i cant do this anymore ketmine",
                "suicde anxeity",
                "kill my self bi polar"
            })
    void the_words_of_somebody_in_danger_are_not_corrected(String query) {
        var answer = search(query, "");

        assertThat(answer.path("crisis").isObject()).isTrue();
        assertThat(answer.path("didYouMean").isNull()).isTrue();
        assertThat(answer.path("tried").isNull()).isTrue();
        assertThat(Json.texts(answer, "data.matchedBy")).doesNotContain("fuzzy");
        assertThat(RestAssured.given().queryParam("q", query).get("/search").asString())
                .doesNotContain("Showing what was found for", "Try fewer or other words");
    }

    @Test
    void the_other_product_is_never_shown_as_the_one_that_was_asked_for() {
        for (var query : List.of("ketamine", "esketamine")) {
            var other = query.equals("ketamine") ? "esketamine" : "ketamine";
            var hits = Json.children(search(query, "&limit=100").path("data")).toList();
            assertThat(hits).isNotEmpty();
            for (var hit : hits) {
                var words = List.of(
                        (hit.path("title").asText() + " " + hit.path("summary").asText())
                                .toLowerCase()
                                .split("[^a-z]+"));
                if (words.contains(other) && !words.contains(query)) {
                    assertThat(hit.path("related").asBoolean())
                            .as(hit.path("slug").asText())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void what_may_come_from_somebody_in_danger_is_answered_with_contacts_first() {
        var answer = search("i dont want to live anymore", "");

        assertThat(Json.names(answer).get(0)).isEqualTo("crisis");
        assertThat(Json.texts(answer, "crisis.contacts.call")).contains("988");
        assertThat(answer.at("/crisis/kind").asText()).isEqualTo("self-harm");
        assertThat(answer.at("/crisis/level").asText()).isEqualTo("certain");
        assertThat(answer.at("/meta/crisis").isObject()).isTrue();
        assertThat(search("can i drive", "").path("crisis").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "quiero morir, es, No tienes que pasar por esto a solas, llama al 988",
        "mi amiga no despierta, es, llama ya al 911, llama al 911",
        "mi hijo dice que se quiere matar, es, quédate a su lado, llama al 988",
        "i want to die, en, You do not have to go through this alone, call 988"
    })
    void a_reader_in_danger_is_answered_in_their_own_language(
            String query, String language, String notice, String call) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        for (var answer : List.of(search(query, ""), Api.read("/v1/suggest?q=" + encoded))) {
            assertThat(answer.at("/crisis/lang").asText()).isEqualTo(language);
            assertThat(answer.at("/meta/crisis/lang").asText()).isEqualTo(language);
            assertThat(answer.at("/crisis/notice").asText()).contains(notice);
        }
        assertThat(RestAssured.given().queryParam("q", query).get("/search").asString())
                .containsSubsequence("class=\"urgent\"", "lang=\"" + language + "\"", notice, ">" + call + "</a>");
    }

    @Test
    void the_quiet_line_is_in_the_readers_language_too() {
        var query = "me siento atrapado y sin fuerzas";
        assertThat(search(query, "").at("/crisis/level").asText()).isEqualTo("possible");
        assertThat(RestAssured.given().queryParam("q", query).get("/search").asString())
                .containsSubsequence("class=\"quiet-help\"", "lang=\"es\"", "Si es urgente:", ">llama al 988</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "friend od'd on k wont wake up, emergency, 911",
        "standing on a bridge about to jump, self-harm, 988",
        "my son says he wants to die, other-person, 988",
        "mi amiga no despierta, emergency, 911"
    })
    void each_danger_has_its_own_contacts_first(String query, String kind, String call) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        for (var answer : List.of(search(query, ""), Api.read("/v1/suggest?q=" + encoded))) {
            assertThat(answer.at("/crisis/kind").asText()).isEqualTo(kind);
            assertThat(answer.at("/crisis/contacts/0/call").asText()).isEqualTo(call);
            assertThat(answer.at("/crisis/notice").asText()).contains(call);
            // Clients that show the one object of all answers show the same.
            for (var part : List.of("notice", "contacts", "all")) {
                assertThat(answer.at("/meta/crisis/" + part)).isEqualTo(answer.at("/crisis/" + part));
            }
        }
        assertThat(RestAssured.given().queryParam("q", query).get("/search").asString())
                .contains("href=\"tel:" + call + "\"");
    }

    /** Each is a claim that the document puts right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "in a controlled medical setting ketamine is considered non-addictive",
                "ketamine is considered non-addictive",
                "anxiety, ptsd and chronic pain belong to the mood disorders"
            })
    void no_claim_is_shown_without_its_verdict(String query) {
        for (var hit : Json.children(search(query, "").path("data")).toList()) {
            var shown = hit.at("/highlights/section").asText();
            if (shown.contains("“")) {
                assertThat(shown).contains("Verdict: ");
            }
        }
        assertThat(search(query, "").toString()).contains("Verdict: ");
    }

    @Test
    void words_that_were_run_together_or_torn_apart_are_put_right() {
        assertThat(search("keta mine", "").path("didYouMean").asText()).isEqualTo("ketamine");
        assertThat(Json.texts(search("keta mine", ""), "data.slug")).contains("what-ketamine-is");
        assertThat(Json.texts(search("bloodpressure", ""), "data.slug")).contains("raised-blood-pressure");
    }

    @Test
    void nothing_found_says_what_was_looked_for() {
        var answer = search("qwertzuiop xylophone", "");

        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.at("/page/hasMore").asBoolean()).isFalse();
        assertThat(answer.at("/tried/advice").asText()).isNotEmpty();
        assertThat(search("dissociation", "").path("tried").isNull()).isTrue();
    }

    @Test
    void facets_count_all_that_was_found() {
        var answer = search("blood pressure", "&facets=type,theme,certainty&limit=1");

        var counts = Json.children(answer.at("/facets/type"))
                .mapToInt(each -> each.path("count").asInt())
                .sum();
        assertThat(counts).isGreaterThan(3);
        assertThat(Json.texts(answer, "facets.theme.value")).contains("safety");
        assertThat(answer.at("/facets/certainty").isArray()).isTrue();
        assertThat(search("blood pressure", "").path("facets").isNull()).isTrue();
        assertThat(search("blood pressure", "&facets=type").at("/facets/theme").isNull())
                .isTrue();
    }

    @Test
    void filters_narrow_what_is_found() {
        assertThat(new HashSet<>(Json.texts(search("pain", "&types=conditions,glossary&limit=50"), "data.type")))
                .isSubsetOf("conditions", "glossary")
                .isNotEmpty();
        var themed = search("ketamine", "&theme=safety&limit=50");
        assertThat(new HashSet<>(Json.texts(themed, "data.type"))).isSubsetOf("topics", "faqs");
    }

    @Test
    void pages_follow_each_other_without_a_gap_or_a_double() {
        var all = new ArrayList<String>();
        var next = "/v1/search?q=depression&limit=7";
        while (next != null) {
            var page = Api.read(next);
            all.addAll(Json.texts(page, "data.slug"));
            next = page.at("/links/next").textValue();
        }
        assertThat(all).hasSizeGreaterThan(14).isEqualTo(Json.texts(search("depression", "&limit=100"), "data.slug"));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "'",
                "\"",
                "\\",
                "a & b | !c <-> (d",
                "':*",
                "%_%",
                "***",
                "; drop table search_entry",
                "the ".repeat(49).strip(),
                "a".repeat(200),
                "\uD83D\uDE00\uD83D\uDE2D",
                "\u0643\u064a\u062a\u0627\u0645\u064a\u0646",
                "\u202eketamine",
                "\ufeff\u200b",
                "ke\u0301tamine",
                "0x00 0,5 1.2.3.4 http://a.b/c?d=e user@example.org",
                "<script>alert(1)</script>",
                "\ue000mark\ue001",
                "\t\n ketamine",
                "-1 and pain or 1=1");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_is_written_is_answered(String query) {
        for (var path : List.of("/v1/search?q=", "/v1/suggest?q=")) {
            var answer = Api.given().get(path + URLEncoder.encode(query, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void what_is_marked_is_escaped() {
        var texts = Stream.of("script alert", "p &lt; 0.05", "less than 5% & more")
                .flatMap(query -> Json.children(search(query, "").path("data")))
                .flatMap(hit -> Json.children(hit.path("highlights")))
                .map(JsonNode::asText)
                .toList();
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.replace("<mark>", "").replace("</mark>", ""))
                        .doesNotContain("<", ">"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/search",
                "/v1/search?q=",
                "/v1/search?q=%20",
                "/v1/search?q=a&q=b",
                "/v1/search?q=a&types=topic",
                "/v1/search?q=a&limit=101",
                "/v1/search?q=a&cursor=abc",
                "/v1/search?query=a",
                "/v1/search?q=%00",
                "/v1/suggest",
                "/v1/suggest?q=a&limit=21",
                "/v1/lookup",
                "/v1/lookup?code=F33.2",
                "/v1/lookup?code=icd-9%7C296.3"
            })
    void what_cannot_be_answered_is_refused(String path) {
        assertThat(Api.given().get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void too_long_a_query_is_refused() {
        var answer = Api.given().get("/v1/search?q=" + "a".repeat(201));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("errors[0].detail").toString()).contains("200 characters");
    }

    private static JsonNode search(String query, String more) {
        return Api.read("/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + more);
    }
}
