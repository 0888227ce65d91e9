package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** What clinical codes lead to. */
@ApiTest
class LookupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "icd-10-cm%7CF43.10",
                "http://hl7.org/fhir/sid/icd-10-cm%7CF43.10",
                "2.16.840.1.113883.6.90%7CF43.10",
                "urn:oid:2.16.840.1.113883.6.90%7CF43.10",
                "icd-10-cm%7Cf43.10",
                "icd-10-cm%7CF4310",
                "snomed-ct%7C47505003",
                "mesh%7CD013313"
            })
    void a_code_goes_by_any_name_of_its_system(String code) {
        var first = Api.read("/v1/lookup?code=" + code).at("/data/0");

        assertThat(first.path("slug").asText()).isEqualTo("ptsd");
        assertThat(first.path("match").asText()).isEqualTo("exact");
        assertThat(first.path("matchedCode").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rxnorm%7C6130, what-ketamine-is",
        "unii%7C690G0D6V8H, what-ketamine-is",
        "atc%7CN01AX03, what-ketamine-is",
        "mesh%7CD007649, what-ketamine-is",
        "atc%7CN06AX27, esketamine-vs-ketamine"
    })
    void substances_have_codes_too(String code, String slug) {
        assertThat(matches(Api.read("/v1/lookup?code=" + code), "exact")).contains(slug);
    }

    @Test
    void a_code_that_no_document_has_leads_to_its_category() {
        var answer = Api.read("/v1/lookup?code=icd-10-cm%7CF33.21");

        assertThat(matches(answer, "exact")).isEmpty();
        assertThat(matches(answer, "broader")).contains("major-depressive-disorder", "treatment-resistant-depression");
        assertThat(answer.at("/data/0/matchedCode").asText()).isEqualTo("icd-10-cm|F33.2");
    }

    @Test
    void what_a_code_stands_for_is_found_in_the_text() {
        assertThat(matches(Api.read("/v1/lookup?code=icd-10-cm%7CF43.10"), "text"))
                .contains("does-it-help-anxiety-ptsd-ocd");
    }

    @Test
    void several_codes_are_answered_each() {
        var answer = Api.read("/v1/lookup?code=icd-10-cm%7CM79.7&code=rxnorm%7C6130");

        assertThat(Json.texts(answer, "codes.code")).containsExactly("M79.7", "6130");
        assertThat(Json.texts(answer, "data.code")).contains("icd-10-cm|M79.7", "rxnorm|6130");
    }

    @Test
    void an_unknown_code_is_no_error_and_says_so() {
        var answer = Api.read("/v1/lookup?code=icd-10-cm%7CZ99.9");

        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.at("/codes/0/matches").asInt()).isZero();
        assertThat(answer.at("/codes/0/note").asText()).isNotEmpty();
    }

    @Test
    void an_unknown_system_is_refused_with_those_that_there_are() {
        var answer = Api.given().get("/v1/lookup?code=icd-10%7CF33.2");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("errors[0].detail").toString()).contains("icd-10-cm", "snomed-ct");
    }

    @Test
    void crisis_contacts_come_with_depression() {
        assertThat(Api.read("/v1/lookup?code=icd-10-cm%7CF33.2")
                        .at("/meta/crisis")
                        .isObject())
                .isTrue();
    }

    private static List<String> matches(JsonNode answer, String match) {
        Stream<JsonNode> hits = Json.children(answer.path("data"));
        return hits.filter(hit -> hit.path("match").asText().equals(match))
                .map(hit -> hit.path("slug").asText())
                .toList();
    }
}
