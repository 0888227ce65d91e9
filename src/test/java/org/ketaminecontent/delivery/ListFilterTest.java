package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.ketaminecontent.testing.Wire;

/** Every filter gives the documents that a reader of the whole list would have picked, and no other. */
@ApiTest
class ListFilterTest {

    /** So many values of each filter are tried. */
    private static final int VALUES = 4;

    /** What every list takes, filter or not. */
    private static final Set<String> COMMON = Set.of(
            "atLeast",
            "bodyFormat",
            "count",
            "cursor",
            "fallback",
            "fields",
            "include",
            "limit",
            "locale",
            "sort",
            "updatedSince",
            "view");

    /** Each filter, with the field of the document that it looks at. */
    static Stream<Arguments> filters() {
        return Stream.of(
                arguments("topics", "theme", "theme"),
                arguments("topics", "audience", "audience"),
                arguments("topics", "certainty", "keyFacts.certainty"),
                arguments("topics", "condition", "conditions.slug"),
                arguments("topics", "sideEffect", "sideEffects.slug"),
                arguments("topics", "reference", "references.slug"),
                arguments("topics", "code", "codes"),
                arguments("conditions", "certainty", "evidence.certainty"),
                arguments("conditions", "investigational", "investigational"),
                arguments("conditions", "topic", "topics.slug"),
                arguments("conditions", "sideEffect", "sideEffects.slug"),
                arguments("conditions", "reference", "references.slug"),
                arguments("conditions", "code", "codes"),
                arguments("side-effects", "severity", "severity"),
                arguments("side-effects", "frequency", "frequency.band"),
                arguments("side-effects", "product", "frequency.figures.product"),
                arguments("side-effects", "condition", "conditions.slug"),
                arguments("side-effects", "topic", "topics.slug"),
                arguments("side-effects", "reference", "references.slug"),
                arguments("faqs", "theme", "theme"),
                arguments("faqs", "verdict", "corrects.verdict"),
                arguments("faqs", "topic", "topics.slug"),
                arguments("faqs", "condition", "conditions.slug"),
                arguments("faqs", "sideEffect", "sideEffects.slug"),
                arguments("faqs", "reference", "references.slug"),
                arguments("references", "sourceType", "sourceType"),
                arguments("references", "year", "year"),
                arguments("references", "topic", "citedBy(topics)"),
                arguments("references", "condition", "citedBy(conditions)"),
                arguments("glossary", "reference", "references.slug"),
                arguments("crisis-resources", "jurisdiction", "jurisdiction"),
                arguments("crisis-resources", "kind", "kind"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("filters")
    void a_filter_picks_what_fits(String collection, String parameter, String field) {
        var byValue = byValue(collection, field);
        assertThat(byValue).isNotEmpty();

        byValue.entrySet().stream()
                .limit(VALUES)
                .forEach(each -> assertThat(filtered(collection, parameter, List.of(each.getKey())))
                        .as(each.getKey())
                        .isEqualTo(each.getValue()));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("filters")
    void a_repeated_filter_picks_what_fits_any_of_its_values(String collection, String parameter, String field) {
        var values = byValue(collection, field).entrySet().stream().limit(2).toList();
        if (values.size() < 2 || parameter.equals("investigational")) {
            return;
        }
        var either = new TreeSet<>(values.get(0).getValue());
        either.addAll(values.get(1).getValue());

        var picked = filtered(
                collection,
                parameter,
                List.of(values.get(0).getKey(), values.get(1).getKey()));

        assertThat(picked).isEqualTo(either);
    }

    @Test
    void every_filter_that_is_described_is_tried_here() {
        var tried =
                filters().map(each -> each.get()[0] + " by " + each.get()[1]).collect(Collectors.toSet());
        var described = Api.collections().stream()
                .flatMap(collection -> DescribedParameters.parameters("/v1/" + collection).stream()
                        .map(parameter -> parameter.path("name").asText())
                        .filter(name -> !COMMON.contains(name))
                        .map(name -> collection + " by " + name))
                .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(described);
    }

    @ParameterizedTest
    @CsvSource({
        "faqs, theme=safety, verdict=wrong",
        "side-effects, severity=serious, frequency=unknown",
        "conditions, certainty=low, investigational=true",
        "topics, theme=safety, condition=ptsd",
        "references, sourceType=rct, topic=what-ketamine-is"
    })
    void different_filters_must_all_fit(String collection, String one, String other) {
        var both = new TreeSet<>(Api.slugs(Lists.brief(collection) + "&" + one));
        both.retainAll(Api.slugs(Lists.brief(collection) + "&" + other));

        var picked = Api.slugs(Lists.brief(collection) + "&" + one + "&" + other);

        assertThat(new TreeSet<>(picked)).isEqualTo(both);
    }

    @Test
    void a_repeated_filter_and_another_go_together() {
        var either = new TreeSet<>(Api.slugs("/v1/side-effects?severity=serious&severity=moderate"));
        either.retainAll(Api.slugs("/v1/side-effects?frequency=unknown"));

        assertThat(new TreeSet<>(Api.slugs("/v1/side-effects?severity=serious&severity=moderate&frequency=unknown")))
                .isEqualTo(either);
    }

    @Test
    void how_often_is_asked_of_a_product() {
        var list = "/v1/side-effects?frequency=very-common&product=";

        assertThat(Api.slugs(list + "esketamine-nasal-spray"))
                .contains("drowsiness")
                .doesNotContain("feeling-strange");
        assertThat(Api.slugs(list + "ketamine-infusion"))
                .contains("feeling-strange")
                .doesNotContain("drowsiness");
    }

    @ParameterizedTest
    @CsvSource({"rxnorm%7C6130", "http://www.nlm.nih.gov/research/umls/rxnorm%7C6130", "2.16.840.1.113883.6.88%7C6130"})
    void a_code_system_goes_by_name_uri_or_oid(String code) {
        assertThat(Api.slugs("/v1/topics?code=" + code)).contains("what-ketamine-is");
    }

    /** Filter, look-up and Infobutton read codes alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "icd-10-cm%7Cf4310",
                "icd-10-cm%7CF4310",
                "icd-10-cm%7Cf43.10",
                "ICD-10-CM%7CF43.10",
                "icd-10-cm%7C%20F43.10%20",
                "%20icd-10-cm%20%7CF43.10",
                "URN:OID:2.16.840.1.113883.6.90%7CF4310",
                "mesh%7Cd013313"
            })
    void a_code_is_read_as_the_look_up_reads_it(String code) {
        assertThat(Api.slugs("/v1/conditions?code=" + code)).contains("ptsd");
        assertThat(Json.texts(Api.read("/v1/lookup?code=" + code), "data.match"))
                .contains("exact");
    }

    @Test
    void the_bar_of_a_code_need_not_be_escaped() {
        assertThat(Wire.get("/v1/topics?code=rxnorm|6130").text())
                .isEqualTo(Wire.get("/v1/topics?code=rxnorm%7C6130").text());
    }

    @Test
    void nothing_fits_a_code_that_nobody_has() {
        var page = Api.read("/v1/conditions?code=icd-10-cm%7CZ99.9&count=exact");

        assertThat(page.path("data")).isEmpty();
        assertThat(page.at("/page/total").asInt()).isZero();
        assertThat(page.at("/page/hasMore").asBoolean()).isFalse();
    }

    @Test
    void what_changed_since_an_instant_can_be_asked_for() {
        for (var collection : Api.collections()) {
            var instants = Api.all(Lists.brief(collection)).stream()
                    .map(document -> document.path("updatedAt").asText())
                    .sorted()
                    .toList();
            var first = instants.get(0);
            var list = Lists.brief(collection) + "&updatedSince=";

            assertThat(Api.all(list + first)).hasSameSizeAs(instants);
            assertThat(Api.all(list + "9999-01-01T00:00:00Z")).isEmpty();
        }
    }

    @Test
    void an_instant_may_have_an_offset() {
        assertThat(Api.slugs(Lists.brief("topics") + "&updatedSince=2000-01-01T00:00:00%2B05:30"))
                .isEqualTo(Api.slugs(Lists.brief("topics")));
    }

    private static Set<String> filtered(String collection, String parameter, List<String> values) {
        var query = values.stream()
                .map(value -> "&" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return new TreeSet<>(Api.slugs(Lists.brief(collection) + query));
    }

    /** Which documents have each value of a field. */
    private static TreeMap<String, Set<String>> byValue(String collection, String field) {
        var byValue = new TreeMap<String, Set<String>>();
        for (var document : Api.all("/v1/" + collection)) {
            values(document, field)
                    .forEach(value -> byValue.computeIfAbsent(value, none -> new TreeSet<>())
                            .add(document.path("slug").asText()));
        }
        return byValue;
    }

    private static Stream<String> values(JsonNode document, String field) {
        if (field.equals("codes")) {
            return Json.at(document, "codes")
                    .map(code -> code.path("systemName").asText() + "|"
                            + code.path("code").asText());
        }
        if (field.startsWith("citedBy")) {
            return Json.at(document, "citedBy")
                    .filter(citing -> field.contains(citing.path("type").asText()))
                    .map(citing -> citing.path("slug").asText());
        }
        if (field.equals("jurisdiction")) {
            // A state brings its parts along, and no part is asked for alone.
            var place = document.path(field).asText();
            return Stream.of(place.replaceFirst("-.*", ""));
        }
        if (field.equals("frequency.band")) {
            return Stream.concat(Json.at(document, field), Json.at(document, "frequency.bands.band"))
                    .map(JsonNode::asText);
        }
        return Json.at(document, field).map(JsonNode::asText);
    }
}
