package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.DescribedParameters;
import org.ketaminecontent.testing.Json;

/** Strict on input: nothing is clamped, nothing is ignored, and a refusal says what would have been right. */
@ApiTest
class ParameterTest {

    /** Every address with real names in it and the parameter that it needs, ready for one more. */
    static Stream<String> addresses() {
        return DescribedParameters.addresses()
                .map(address -> address.replace("{code}", "not-found")
                        .replace("/topics/{slug}", "/topics/what-ketamine-is")
                        .replace("/conditions/{slug}", "/conditions/ptsd")
                        .replace("/side-effects/{slug}", "/side-effects/dissociation")
                        .replace("/faqs/{slug}", "/faqs/how-fast")
                        .replace("/references/{slug}", "/references/ketalar-label")
                        .replace("/glossary/{slug}", "/glossary/racemic"))
                .filter(address -> !address.contains("{"))
                .map(address -> switch (address) {
                    case "/v1/search", "/v1/suggest" -> address + "?q=driving&";
                    case "/v1/embed-code" -> address + "?url=/topics/history&";
                    case "/v1/lookup" -> address + "?code=icd-10-cm%7CF33.2&";
                    default -> address + "?";
                });
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void an_unknown_parameter_is_refused_by_name(String address) {
        Api.given()
                .get(address + "nonsense=1")
                .then()
                .statusCode(400)
                .body("code", equalTo("unknown-parameter"))
                .body("errors.parameter", contains("nonsense"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void what_others_add_to_links_is_ignored(String address) {
        var plain = Api.given().get(address.replaceFirst("[?&]$", ""));

        var tracked = Api.given()
                .get(address + "utm_source=news&utm_medium=a&utm_whatever=b&fbclid=c&gclid=d&msclkid=e&mc_cid=f"
                        + "&mc_eid=g&_gl=h&srsltid=i&igshid=j");

        assertThat(tracked.statusCode()).isEqualTo(200);
        assertThat(tracked.asString()).isEqualTo(plain.asString());
        assertThat(tracked.header("ETag")).isEqualTo(plain.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "themee=safety, theme",
        "Theme=safety, theme",
        "limt=5, limit",
        "side_effect=dissociation, sideEffect",
        "updated_since=2026-01-01T00:00:00Z, updatedSince",
        "includes=faqs, include"
    })
    void a_misspelt_parameter_is_told_the_nearest_name(String query, String meant) {
        Api.given()
                .get("/v1/topics?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Did you mean '" + meant + "'?"));
    }

    @Test
    void an_unknown_parameter_is_told_what_is_allowed() {
        Api.given()
                .get("/v1/topics?zzzzzzzzzzzz=1")
                .then()
                .body("errors[0].detail", containsString("audience, bodyFormat, certainty, code, condition"))
                .body("errors[0].detail", not(containsString("Did you mean")));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/topics?theme=safty, theme, safety",
        "/v1/topics?theme=SAFETY, theme, basics",
        "/v1/topics?certainty=lowest, certainty, low",
        "/v1/topics?sort=titel, sort, title",
        "/v1/topics?include=sideeffects, include, sideEffects",
        "/v1/topics?fields=titles, fields, title",
        "/v1/topics?bodyFormat=markdwn, bodyFormat, markdown",
        "/v1/topics?count=yes, count, exact",
        "/v1/side-effects?severity=seriuos, severity, serious",
        "/v1/side-effects?frequency=very_common, frequency, very-common",
        "/v1/references?sourceType=RCT, sourceType, rct",
        "/v1/topics?condition=ptsdd, condition, ptsd",
        "/v1/topics?code=icd10%7CF33.2, code, icd-10-cm",
        "/v1/conditions?investigational=yes, investigational, true"
    })
    void a_value_that_is_not_allowed_is_told_what_is(String path, String parameter, String allowed) {
        Api.given()
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"))
                .body("errors.parameter", contains(parameter))
                .body("errors[0].detail", containsString(allowed));
    }

    @Test
    void a_misspelt_value_is_told_the_nearest() {
        Api.given()
                .get("/v1/topics?theme=safty")
                .then()
                .body("errors[0].detail", containsString("Did you mean 'safety'?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "101",
                "-1",
                "abc",
                "",
                "1.5",
                "1e1",
                "+5",
                "007",
                "0x10",
                "%20",
                "5%20",
                "2147483648",
                "99999999999999999999999999",
                "%D9%A3"
            })
    void a_limit_outside_1_to_100_is_refused_and_never_clamped(String limit) {
        Api.given()
                .get("/v1/topics?limit=" + limit)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("limit"))
                .body("errors[0].detail", containsString("from 1 to 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void the_ends_of_the_range_are_allowed(String limit) {
        Api.given().get("/v1/topics?fields=title&limit=" + limit).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/references?year=1799",
                "/v1/references?year=2101",
                "/v1/references?year=99999999999999999999",
                "/v1/references?year=next",
                "/v1/topics?updatedSince=2026-01-01",
                "/v1/topics?updatedSince=yesterday",
                "/v1/topics?updatedSince=%2B999999999-12-31T23:59:59Z",
                "/v1/topics?updatedSince=-999999999-01-01T00:00:00Z",
                "/v1/topics?updatedSince=2026-02-30T00:00:00Z",
                "/v1/topics?condition=PTSD",
                "/v1/topics?condition=../ptsd",
                "/v1/topics?condition=",
                "/v1/topics?code=F33.2",
                "/v1/topics?code=%7C",
                "/v1/topics?code=a%7Cb%7Cc%7C",
                "/v1/crisis-resources?jurisdiction=usa",
                "/v1/topics?sort=",
                "/v1/topics?sort=title,",
                "/v1/topics?fields=title,,summary",
                "/v1/topics?include=glossary"
            })
    void malformed_values_are_refused(String path) {
        Api.given()
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-value"))
                .body("errors.parameter", contains(path.replaceAll(".*\\?|=.*", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=2&limit=2",
                "limit=2&limit=3",
                "bodyFormat=text&bodyFormat=html",
                "locale=en&locale=en",
                "count=exact&count=exact",
                "updatedSince=2026-01-01T00:00:00Z&updatedSince=2026-01-01T00:00:00Z"
            })
    void a_parameter_of_one_value_may_stand_there_once(String query) {
        Api.given()
                .get("/v1/topics?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("duplicate-parameter"))
                .body("errors.parameter", contains(query.split("=")[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=safety&theme=safety",
                "theme=safety,safety",
                "include=faqs,faqs",
                "include=faqs&include=faqs",
                "fields=title,title",
                "fields=title,summary&fields=title",
                "sort=title,title",
                "sort=title&sort=title"
            })
    void the_same_value_twice_is_refused(String query) {
        Api.given()
                .get("/v1/topics?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("duplicate-value"))
                .body("errors.parameter", contains(query.split("=")[0]));
    }

    /** Every list parameter of every list, with two of its values. */
    static Stream<Arguments> lists() {
        return DescribedParameters.addresses()
                .filter(address -> address.matches("/v1/[a-z-]+"))
                .flatMap(address -> DescribedParameters.parameters(address).stream()
                        .filter(parameter -> parameter.path("schema").has("items"))
                        .filter(parameter ->
                                DescribedParameters.values(parameter).size() != 1)
                        .map(parameter ->
                                Arguments.of(address, parameter.path("name").asText(), two(parameter))));
    }

    private static List<String> two(JsonNode parameter) {
        var values = DescribedParameters.values(parameter);
        return values.size() > 1
                ? List.of(values.get(0), values.get(values.size() - 1))
                : switch (parameter.path("name").asText()) {
                    case "topic" -> List.of("history", "what-ketamine-is");
                    case "condition" -> List.of("ptsd", "bipolar-depression");
                    case "sideEffect" -> List.of("dissociation", "nausea-vomiting");
                    case "reference" -> List.of("ketalar-label", "spravato-label");
                    case "code" -> List.of("icd-10-cm%7CF43.10", "icd-10-cm%7CF33.2");
                    case "year" -> List.of("2021", "2019");
                    case "jurisdiction" -> List.of("US", "WORLD");
                    default -> values;
                };
    }

    /** Generators of clients know one way or the other, and follow no description. */
    @ParameterizedTest
    @MethodSource("lists")
    void a_list_is_the_same_with_commas_by_repetition_and_in_brackets(
            String address, String name, List<String> values) {
        var start = address
                + switch (address) {
                    case "/v1/search" -> "?q=driving&";
                    default -> "?";
                };
        var withCommas = Api.given().get(start + name + "=" + String.join(",", values));
        var repeated = Api.given()
                .get(start + values.stream().map(each -> name + "=" + each).collect(Collectors.joining("&")));
        var inBrackets = Api.given()
                .get(start + values.stream().map(each -> name + "[]=" + each).collect(Collectors.joining("&")));

        assertThat(values).hasSize(2);
        assertThat(withCommas.statusCode()).as(withCommas.asString()).isEqualTo(200);
        assertThat(repeated.statusCode()).as(repeated.asString()).isEqualTo(200);
        assertThat(repeated.asString()).isEqualTo(withCommas.asString());
        assertThat(inBrackets.asString()).isEqualTo(withCommas.asString());
    }

    @Test
    void the_description_says_so_of_every_list() {
        assertThat(DescribedParameters.addresses()
                        .flatMap(address -> DescribedParameters.parameters(address).stream())
                        .filter(parameter -> parameter.path("schema").has("items"))
                        .map(parameter -> parameter.path("description").asText()))
                .isNotEmpty()
                .allMatch(description -> description.endsWith("A list, with commas or by repetition."));
    }

    @Test
    void fields_that_are_always_there_may_be_named() {
        var identity = "id,type,slug,locale,version,publishedAt,updatedAt,review,provenance,links";

        var trimmed = Api.read("/v1/topics/history?fields=slug,title").path("data");
        var named = Api.read("/v1/topics/history?fields=" + identity).path("data");

        assertThat(Json.names(trimmed)).contains("slug", "title", "id").doesNotContain("sections");
        assertThat(Json.names(named)).containsExactlyInAnyOrder(identity.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31T00:00:00+02:00", "2026-01-31T00:00:00+0200"})
    void a_plus_sign_that_arrives_as_a_blank_is_told_of(String instant) {
        Api.given()
                .get("/v1/topics?updatedSince=" + instant)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("write %2B"));
        Api.given()
                .get("/v1/topics?updatedSince=2026-01-31T00:00:00%2B02:00&fields=title")
                .then()
                .statusCode(200);
        Api.given()
                .get("/v1/topics?updatedSince=yesterday")
                .then()
                .body("errors[0].detail", not(containsString("%2B")));
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Api.given()
                .get("/v1/topics?limit=0&theme=safty&nonsense=1")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-parameters"))
                .body("errors.parameter", containsInAnyOrder("limit", "theme", "nonsense"))
                .body("errors.code", containsInAnyOrder("invalid-value", "invalid-value", "unknown-parameter"));
    }

    @Test
    void fifty_includes_are_refused() {
        var includes = IntStream.range(0, 50).mapToObj(i -> "conditions").collect(Collectors.joining(","));

        Api.given()
                .get("/v1/topics?include=" + includes)
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("include"));
    }

    @Test
    void fifty_different_includes_are_refused() {
        var includes = IntStream.range(0, 50).mapToObj(i -> "kind" + i).collect(Collectors.joining(","));

        Api.given().get("/v1/topics?include=" + includes).then().statusCode(400);
    }

    @Test
    void a_long_value_is_not_repeated_to_the_end() {
        var detail = Api.given()
                .get("/v1/topics?theme=" + "x".repeat(5000))
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getString("detail");

        assertThat(detail).hasSizeLessThan(500);
    }

    @Test
    void every_value_that_is_described_is_taken() {
        for (var collection : Api.collections()) {
            for (var parameter : DescribedParameters.parameters("/v1/" + collection)) {
                for (var value : DescribedParameters.values(parameter)) {
                    var path = "/v1/" + collection + "?limit=1&"
                            + parameter.path("name").asText() + "=" + value;

                    assertThat(Api.given().get(path).statusCode()).as(path).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void a_parameter_of_lists_is_unknown_to_single_documents() {
        Api.given()
                .get("/v1/topics/what-ketamine-is?limit=1")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("limit"));
    }
}
