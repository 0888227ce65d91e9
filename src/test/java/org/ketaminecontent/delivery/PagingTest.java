package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.DescribedParameters;
import org.ketaminecontent.testing.Json;

/** Walking through a list, page by page. */
@ApiTest
class PagingTest {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"(?!;)");

    /** A list of each kind in each of its orders. */
    static Stream<String> lists() {
        return Described.read()
                .collections()
                .flatMap(collection -> DescribedParameters.values("/v1/" + collection, "sort").stream()
                        .map(sort -> Lists.brief(collection) + "&sort=" + sort));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_walk_meets_every_document_once_in_order(String list) {
        var whole = Api.slugs(list);
        int limit = whole.size() / 3 + 1;

        assertThat(walk(list + "&limit=" + limit)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "5", "13"})
    void the_size_of_pages_does_not_matter(int limit) {
        var list = "/v1/conditions?fields=name&sort=-updatedAt,name";

        assertThat(walk(list + "&limit=" + limit)).isEqualTo(Api.slugs(list));
    }

    @Test
    void a_filtered_list_can_be_walked_too() {
        var list = "/v1/faqs?fields=question&theme=safety&theme=basics&sort=-question";

        assertThat(walk(list + "&limit=2")).isEqualTo(Api.slugs(list));
    }

    @Test
    void a_page_has_20_documents_unless_asked_otherwise() {
        Api.given()
                .get("/v1/references?fields=title")
                .then()
                .body("data", hasSize(20))
                .body("page.limit", equalTo(20))
                .body("page.hasMore", equalTo(true));
    }

    @Test
    void the_last_page_says_so() {
        Api.given()
                .get("/v1/conditions?fields=name&limit=100")
                .then()
                .body("page.hasMore", equalTo(false))
                .body("page.nextCursor", nullValue())
                .body("links.next", nullValue());
    }

    @Test
    void a_page_that_holds_exactly_the_rest_is_the_last() {
        var count = Api.slugs("/v1/conditions?fields=name").size();

        Api.given()
                .get("/v1/conditions?fields=name&limit=" + count)
                .then()
                .body("data", hasSize(count))
                .body("page.hasMore", equalTo(false));
    }

    @Test
    void documents_are_counted_only_when_asked() {
        assertThat(Api.read("/v1/topics?fields=title").at("/page/total").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/faqs?fields=question", "/v1/faqs?fields=question&theme=safety"})
    void the_count_is_that_of_the_whole_list_on_every_page(String list) {
        int total = Api.slugs(list).size();

        var first = Api.read(list + "&limit=2&count=exact");
        var second = Api.read(first.at("/links/next").asText());

        assertThat(first.at("/page/total").asInt()).isEqualTo(total);
        assertThat(second.at("/page/total").asInt()).isEqualTo(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?limit=2&fields=title",
                "/v1/topics?fields=title&limit=100",
                "/v1/topics/what-ketamine-is",
                "/v1/conditions?code=icd-10-cm%7CF43.10&limit=1"
            })
    void the_link_header_says_the_same_as_the_links(String path) {
        var answer = Api.given().get(path);
        var fromHeader = new LinkedHashMap<String, String>();
        LINK.matcher(answer.header("Link")).results().forEach(link -> fromHeader.put(link.group(2), link.group(1)));

        Map<String, String> links = answer.jsonPath().getMap("links");
        links.values().removeIf(link -> link == null);

        assertThat(fromHeader).isEqualTo(links).containsKey("self");
    }

    @Test
    void the_link_to_itself_gives_the_same_answer() {
        var second = Api.read(Api.read("/v1/topics?limit=2&sort=title&theme=safety&theme=basics&count=exact")
                .at("/links/next")
                .asText());

        assertThat(Api.read(second.at("/links/self").asText())).isEqualTo(second);
    }

    @Test
    void the_next_link_holds_the_next_cursor() {
        var page = Api.read("/v1/topics?limit=2&fields=title");

        assertThat(page.at("/links/next").asText())
                .endsWith("cursor=" + page.at("/page/nextCursor").asText());
    }

    @Test
    void how_documents_look_may_change_on_the_way() {
        var cursor = Api.read("/v1/topics?limit=2&fields=title")
                .at("/page/nextCursor")
                .asText();

        var next = Api.read("/v1/topics?limit=5&bodyFormat=text&include=faqs&cursor=" + cursor);

        assertThat(Json.texts(next, "data.slug"))
                .isEqualTo(Api.slugs("/v1/topics?fields=title").subList(2, 7));
    }

    @Test
    void the_order_of_repeated_values_is_nothing_to_a_cursor() {
        var cursor = Api.read("/v1/faqs?limit=2&theme=safety&theme=basics")
                .at("/page/nextCursor")
                .asText();

        Api.given()
                .get("/v1/faqs?limit=2&theme=basics&theme=safety&cursor=" + cursor)
                .then()
                .statusCode(200);
    }

    private static List<String> walk(String list) {
        var slugs = new ArrayList<String>();
        JsonNode page = Api.read(list);
        while (true) {
            slugs.addAll(Json.texts(page, "data.slug"));
            assertThat(page.at("/page/hasMore").asBoolean())
                    .isEqualTo(page.at("/links/next").isTextual());
            if (!page.at("/page/hasMore").asBoolean()) {
                return slugs;
            }
            page = Api.read(page.at("/links/next").asText());
        }
    }
}
