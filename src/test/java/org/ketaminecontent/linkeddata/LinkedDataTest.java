package org.ketaminecontent.linkeddata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.delivery.DocumentReader;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.topic.TopicDocument;

/** What pages say to programs. */
@ApiTest
class LinkedDataTest {

    private static final Pattern IN_PAGE =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Inject
    LinkedData linkedData;

    @Inject
    ObjectMapper mapper;

    private static Stream<String> documents() {
        return Api.collections().stream()
                .flatMap(collection ->
                        Api.slugs("/v1/" + collection).stream().map(slug -> "/" + collection + "/" + slug));
    }

    @Test
    void a_page_says_what_it_is_and_names_nobody_who_did_not_review_it() {
        assertThat(documents()).hasSizeGreaterThan(200).allSatisfy(LinkedDataTest::checkPage);
    }

    private static void checkPage(String path) {
        var data = data(path);

        assertThat(data.path("@context").asText()).isEqualTo("https://schema.org");
        assertThat(data.path("url").asText()).isEqualTo(RestAssured.baseURI + ":" + RestAssured.port + path);
        assertThat(data.path("name").asText()).isNotBlank();
        assertThat(data.has("lastReviewed")).isFalse();
        assertThat(data.has("reviewedBy")).isFalse();
        assertThat(data.path("mainEntity").path("@type").asText()).isNotBlank();
    }

    @Test
    void the_page_and_the_api_say_the_same_as_json_ld() {
        assertThat(data("/v1/conditions/ptsd")).isEqualTo(data("/conditions/ptsd"));
    }

    @Test
    void html_says_the_same_in_brief() {
        var html = given().get("/topics/dose-and-session").asString();

        var brief = data("/topics/dose-and-session");
        ((ObjectNode) brief).remove(List.of("description", "mentions", "citation"));
        for (var subject : brief.at("/mainEntity/adverseOutcome")) {
            assertThat(subject.has("description")).isTrue();
            ((ObjectNode) subject).retain("@type", "@id", "name");
        }
        for (var subject : brief.at("/mainEntity/seriousAdverseOutcome")) {
            ((ObjectNode) subject).retain("@type", "@id", "name");
        }
        assertThat(inPage(html)).isEqualTo(brief);
        assertThat(html)
                .contains("<link rel=\"alternate\" type=\"application/ld+json\" href=\""
                        + brief.path("url").asText());
    }

    @Test
    void a_list_says_in_html_what_it_is_and_to_programs_what_is_in_it() {
        var brief = inPage(given().get("/references").asString());

        var whole = data("/references");
        assertThat(whole.path("hasPart")).hasSizeGreaterThan(100);
        ((ObjectNode) whole).remove("hasPart");
        assertThat(brief).isEqualTo(whole);
    }

    private static JsonNode inPage(String html) {
        return IN_PAGE.matcher(html)
                .results()
                .map(match -> Json.parse(match.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_topic_tells_what_can_go_wrong_with_the_therapy() {
        var therapy = data("/topics/what-ketamine-is").path("mainEntity");

        assertThat(therapy.path("@type").asText()).isEqualTo("MedicalTherapy");
        assertThat(Json.texts(therapy, "adverseOutcome.name")).contains("Feeling detached or unreal");
        assertThat(Json.texts(therapy, "seriousAdverseOutcome.name")).isNotEmpty();
        assertThat(Json.texts(therapy.path("drug"), "code.codeValue")).contains("6130", "N01AX03");
    }

    @Test
    void a_condition_has_its_codes_and_the_status_of_each_drug_by_place() {
        var data = data("/conditions/ptsd");

        assertThat(data.at("/mainEntity/@type").asText()).isEqualTo("MedicalCondition");
        assertThat(Json.texts(data.path("mainEntity"), "code.codeValue")).contains("F43.10");
        var first = data.at("/mentions/0");
        assertThat(first.path("@type").asText()).isEqualTo("Drug");
        assertThat(first.at("/legalStatus/@type").asText()).isEqualTo("DrugLegalStatus");
        assertThat(first.at("/legalStatus/applicableLocation/name").asText()).isEqualTo("US");
    }

    @Test
    void numbers_are_observations_of_each_group_with_both_framings_and_their_limit() {
        var risk = Api.read("/v1/conditions/major-depressive-disorder").at("/data/risks/0");

        var told = Json.children(data("/conditions/major-depressive-disorder").path("mentions"))
                .filter(each -> each.path("@type").asText().equals("Observation"))
                .filter(each -> each.path("name")
                        .asText()
                        .startsWith(risk.path("outcome").asText()))
                .toList();

        assertThat(told)
                .extracting(each -> each.path("value").asInt())
                .contains(
                        risk.at("/with/count").asInt(),
                        risk.at("/without/count").asInt());
        assertThat(told.get(0).path("unitText").asText())
                .isEqualTo("of " + risk.path("per").asInt() + " people");
        assertThat(told.get(0).path("description").asText())
                .contains(
                        risk.at("/text/with").asText(),
                        risk.at("/text/positive").asText(),
                        risk.path("limit").asText());
    }

    @Test
    void a_question_is_a_faq_page_whose_answer_has_its_risks() {
        var faq = Api.read("/v1/faqs/can-i-drive").path("data");

        var data = data("/faqs/can-i-drive");

        assertThat(data.path("@type").asText()).isEqualTo("FAQPage");
        assertThat(data.at("/mainEntity/acceptedAnswer/text").asText())
                .contains(
                        faq.path("shortAnswer").asText(),
                        faq.path("riskSummary").asText());
        assertThat(data("/faqs").path("mainEntity").size())
                .isEqualTo(Api.slugs("/v1/faqs").size());
    }

    @Test
    void a_review_is_told_where_there_was_one() throws JsonProcessingException {
        var answer = Api.read("/v1/topics/history");
        var reviewed = (ObjectNode) answer.path("data").deepCopy();
        reviewed.set(
                "review",
                Json.parse("{\"status\": \"current\", \"lastReviewed\": \"2026-01-02\","
                        + " \"reviewedBy\": {\"name\": \"A test\", \"credentials\": \"MD\"}}"));
        var document = mapper.treeToValue(reviewed, TopicDocument.class);
        var meta = mapper.treeToValue(answer.path("meta"), Meta.class);
        var around = new DocumentReader.Around("http://localhost", meta, Set.of(), Instant.EPOCH);

        var page = Json.parse(linkedData.page(
                new DocumentReader.Read(document, new LinkedDocuments("http://localhost", Map.of()), around)));

        assertThat(page.path("lastReviewed").asText()).isEqualTo("2026-01-02");
        assertThat(page.at("/reviewedBy/name").asText()).isEqualTo("A test");
        assertThat(page.at("/reviewedBy/honorificSuffix").asText()).isEqualTo("MD");
    }

    @Test
    void sources_are_articles_with_their_doi() {
        var citation = Json.children(data("/topics/what-ketamine-is").path("citation"))
                .filter(each -> each.has("identifier"))
                .findFirst()
                .orElseThrow();

        assertThat(citation.path("@type").asText()).isEqualTo("MedicalScholarlyArticle");
        assertThat(citation.at("/identifier/propertyID").asText()).isEqualTo("DOI");
        assertThat(citation.path("sameAs").asText()).startsWith("https://doi.org/10.");
    }

    private static JsonNode data(String path) {
        var answer = given().accept(LinkedData.MEDIA_TYPE).get(path);
        answer.then().statusCode(200).contentType(LinkedData.MEDIA_TYPE);
        return Json.parse(answer.asString());
    }
}
