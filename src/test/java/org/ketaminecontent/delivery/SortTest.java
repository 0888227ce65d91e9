package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.DescribedParameters;

/** The order of lists. */
@ApiTest
class SortTest {

    /** A list of each kind with each key it can be sorted by, ascending, such as {@code topics?sort=title}. */
    static Stream<String> sorts() {
        return Described.read()
                .collections()
                .flatMap(collection -> DescribedParameters.values("/v1/" + collection, "sort").stream()
                        .filter(key -> !key.startsWith("-"))
                        .map(key -> collection + "?sort=" + key));
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void a_key_sorts_up_and_down(String sort) {
        var key = sort.split("=")[1];
        var up = values("/v1/" + sort, key);
        var down = values("/v1/" + sort.replace("=", "=-"), key);

        Collections.reverse(down);
        assertThat(down).isEqualTo(up);
        if (List.of("position", "year", "publishedAt", "updatedAt").contains(key)) {
            assertThat(up).isSortedAccordingTo(Comparator.comparing(SortTest::comparable));
        }
    }

    @ParameterizedTest
    @MethodSource("sorts")
    void equals_are_in_the_order_of_their_slugs_both_ways(String sort) {
        var key = sort.split("=")[1];

        // Whatever the first key, those that are equal in it must stand as the slug alone would have them.
        assertThat(groups("/v1/" + sort.replace("=", "=-"), key)).isEqualTo(groups("/v1/" + sort, key));
    }

    /** Unicode's root collation: case counts between equals alone, and blanks and signs come before letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {"glossary?sort=term", "references?sort=title", "faqs?sort=question", "conditions?sort=name"})
    void texts_are_in_the_order_of_a_dictionary_whatever_the_database(String sort) {
        var texts = values("/v1/" + sort, sort.split("=")[1]).stream()
                .map(text -> text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " "))
                .map(text -> text.replaceAll(" .*", ""))
                .toList();

        assertThat(texts).isSorted();
    }

    @Test
    void the_slug_alone_decides_where_all_else_is_equal() {
        var list = "/v1/references?fields=title&year=2021&sort=";

        assertThat(Api.slugs(list + "year")).hasSizeGreaterThan(1).isEqualTo(Api.slugs(list + "slug"));
    }

    @Test
    void a_second_key_decides_between_equals_of_the_first() {
        var years = new ArrayList<Integer>();
        var titles = new ArrayList<String>();
        Api.all("/v1/references?sort=-year,title").forEach(reference -> {
            years.add(reference.path("year").asInt());
            titles.add(reference.path("title").asText());
        });
        var byTitle = Api.all("/v1/references?sort=title").stream()
                .map(reference -> reference.path("title").asText())
                .toList();

        assertThat(years).isSortedAccordingTo(Comparator.reverseOrder());
        for (int i = 1; i < years.size(); i++) {
            if (years.get(i).equals(years.get(i - 1))) {
                assertThat(byTitle.indexOf(titles.get(i - 1))).isLessThan(byTitle.indexOf(titles.get(i)));
            }
        }
    }

    @Test
    void topics_come_in_their_own_order_when_nothing_is_asked() {
        assertThat(Api.slugs("/v1/topics?fields=title")).isEqualTo(Api.slugs("/v1/topics?fields=title&sort=position"));
    }

    @Test
    void references_come_by_name_when_nothing_is_asked() {
        assertThat(Api.slugs("/v1/references?fields=title"))
                .isEqualTo(Api.slugs("/v1/references?fields=title&sort=slug"));
    }

    @Test
    void one_key_in_both_directions_is_refused() {
        Api.given()
                .get("/v1/topics?sort=title,-title")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("sort"));
    }

    private static List<String> values(String list, String key) {
        return Api.all(list).stream()
                .map(document -> document.path(key).asText())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Slugs in order, by the value that they have in common. */
    private static Map<String, List<String>> groups(String list, String key) {
        return Api.all(list).stream()
                .collect(Collectors.groupingBy(
                        document -> document.path(key).asText(),
                        Collectors.mapping(SortTest::slug, Collectors.toList())));
    }

    private static String slug(JsonNode document) {
        return document.path("slug").asText();
    }

    /** Numbers by size, instants by time. */
    private static String comparable(String value) {
        return value.matches("\\d+") ? "%10s".formatted(value) : value;
    }
}
