package org.ketaminecontent.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.linkeddata.LinkedData;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** Pages for people. */
@ApiTest
class PageResourceTest {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final int LARGEST = 57_000;

    private static Stream<String> pages() {
        return Api.collections().stream()
                .flatMap(collection -> Stream.concat(
                        Stream.of("/" + collection),
                        Api.slugs("/v1/" + collection).stream().map(slug -> "/" + collection + "/" + slug)));
    }

    @Test
    void every_document_and_collection_has_a_page_with_all_that_must_be_there() {
        assertThat(pages()).hasSizeGreaterThan(200).allSatisfy(PageResourceTest::checkPage);
    }

    private static void checkPage(String path) {
        var page = given().header("Accept-Encoding", "gzip").get(path);

        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Language", "en")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("<link rel=\"canonical\" href=\"" + base() + path + "\""))
                .body(containsString("href=\"tel:988\""))
                .body(containsString("approved for anesthesia only"))
                .body(not(containsString("~here~")))
                .body(not(containsString("<a href=\"" + base())))
                .body(not(containsString("/v1/glossary/")))
                .body(not(containsString(" style=")));
        assertThat(page.asByteArray()).hasSizeLessThan(LARGEST);
        assertThat(ID.matcher(page.asString()).results().map(id -> id.group(1))).doesNotHaveDuplicates();
    }

    @Test
    void a_page_shows_the_document_with_its_risks_before_anything_that_may_state_a_benefit() {
        var document = Api.read("/v1/topics/what-ketamine-is").path("data");

        var page = html("/topics/what-ketamine-is");

        assertThat(page)
                .containsSubsequence(
                        "<h1>" + document.path("title").asText() + "</h1>",
                        document.path("summary").asText(),
                        "Risks and limits",
                        document.path("riskSummary").asText(),
                        "No clinical review yet.",
                        "In brief",
                        document.at("/keyFacts/0/statement").asText(),
                        "id=\"" + document.at("/sections/0/anchor").asText() + "\"",
                        "id=\"sources\"");
    }

    @Test
    void what_ages_says_for_which_day_it_was_true() {
        var rows = Api.read("/v1/conditions/treatment-resistant-depression").at("/data/regulatoryStatus");
        assertThat(rows.at("/0/asOf").asText()).isEqualTo("2026-02-27");
        assertThat(rows.at("/1/asOf").isNull()).isTrue();
        assertThat(Api.read("/v1/topics/regulatory-status").at("/data/asOf").asText())
                .isEqualTo("2026-02-27");

        assertThat(List.of(
                        html("/conditions/treatment-resistant-depression"),
                        html("/embed/conditions/treatment-resistant-depression?view=full")))
                .allSatisfy(page ->
                        assertThat(page).containsOnlyOnce("<span class=\"as-of\">As of February 27, 2026.</span>"));
        assertThat(html("/topics/regulatory-status"))
                .contains(" Facts as of February 27, 2026.", "\"temporalCoverage\":\"2026-02-27\"");
    }

    @Test
    void every_anchor_of_the_api_is_an_anchor_of_the_page() {
        for (var slug : Api.slugs("/v1/topics")) {
            var page = html("/topics/" + slug);
            for (var section : Api.read("/v1/topics/" + slug).at("/data/sections")) {
                assertThat(page).contains("id=\"" + section.path("anchor").asText() + "\"");
            }
        }
    }

    @Test
    void links_in_running_text_lead_to_pages_and_terms_open_in_place() {
        var page = html("/topics/what-ketamine-is");

        assertThat(page)
                .contains("<a href=\"/topics/regulatory-status\">")
                .contains("popovertarget=\"term-racemic\"")
                .contains("id=\"term-racemic\"")
                .contains("<a href=\"/glossary/racemic\">");
        for (var match : Pattern.compile("popovertarget=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .toList()) {
            assertThat(page).contains("id=\"" + match.group(1) + "\"");
        }
    }

    @Test
    void a_page_says_where_its_other_forms_are() {
        var links = given().get("/topics/what-ketamine-is").header("Link");

        assertThat(links)
                .contains("rel=\"canonical\"", "rel=\"service-desc\"", "rel=\"service-doc\"")
                .contains(
                        "type=\"application/ld+json\"", "type=\"application/json+oembed\"", "type=\"text/xml+oembed\"");
    }

    @Test
    void a_document_of_the_api_says_where_its_page_is() {
        assertThat(given().get("/v1/topics/history").header("Link"))
                .contains("<" + base() + "/topics/history>; rel=\"alternate\"; type=\"text/html\"");
    }

    @Test
    void a_page_is_kept_ready_for_browsers_too() {
        var browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
        given().accept(browser).get("/conditions/ptsd");

        given().accept(browser).get("/conditions/ptsd").then().header("Cache-Status", containsString("hit"));
        given().accept(LinkedData.MEDIA_TYPE).get("/conditions/ptsd").then().contentType(LinkedData.MEDIA_TYPE);
        given().accept("application/json").get("/conditions/ptsd").then().statusCode(406);
        given().accept("text/html;q=0, application/ld+json")
                .get("/conditions/ptsd")
                .then()
                .contentType(LinkedData.MEDIA_TYPE);
    }

    @Test
    void a_page_is_kept_ready_and_confirmed() {
        var path = "/topics/history";
        var etag = given().get(path).header("ETag");

        given().get(path).then().header("Cache-Status", containsString("hit"));
        given().header("If-None-Match", etag).get(path).then().statusCode(304);
        given().head(path).then().statusCode(200).header("ETag", etag);
    }

    @Test
    void a_former_slug_leads_to_the_page_of_the_document() {
        var former =
                Json.children(Api.read("/v1/topics").path("data")).findFirst().orElseThrow();

        given().redirects()
                .follow(false)
                .get("/topics/" + former.path("id").asText())
                .then()
                .statusCode(200)
                .body(containsString("/topics/" + former.path("slug").asText()));
    }

    @Test
    void a_browser_is_told_of_a_failure_in_a_page_and_a_program_in_a_problem() {
        given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/topics/what-ketamin-is")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(
                        "Did you mean <a href=\"" + base() + "/topics/what-ketamine-is\">What ketamine is</a>?"))
                .body(not(containsString("/v1/topics")))
                .body(containsString("role=\"search\""))
                .body(containsString("988"));
        given().get("/topics/what-ketamin-is").then().statusCode(404).contentType("application/problem+json");
        given().accept("text/html,*/*;q=0.8")
                .get("/v1/topics/what-ketamin-is")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void whoever_needs_help_can_tap_each_number_before_anything_else_is_said() {
        var html = given().get("/crisis-resources").asString();
        var main = html.substring(html.indexOf("<main"));

        assertThat(main)
                .contains(
                        "<a href=\"tel:988\">Call 988</a>",
                        "<a href=\"sms:988\">Text 988</a>",
                        "<a href=\"tel:116123\">Call 116 123</a>",
                        "<a href=\"https://findahelpline.com\">Web findahelpline.com</a>");
        assertThat(main.indexOf("tel:988")).isLessThan(main.indexOf("class=\"regulatory\""));
        given().get("/v1/crisis-resources?limit=100").jsonPath().getList("data.call", String.class).stream()
                .filter(Objects::nonNull)
                .forEach(number -> assertThat(main)
                        .contains("<a href=\"tel:" + number.replace(" ", "") + "\">Call " + number + "</a>"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', en-GB, GB",
        "'', 'de;q=0.9, en-CA;q=0.8', CA",
        "'', 'en;q=0.5, fr-FR', EU",
        "'', en, US",
        "'', '', US",
        "'', 'en-;q=x', US",
        "?country=nz, en-GB, NZ",
        "?country=JP, en-GB, WORLD"
    })
    void crisis_contacts_begin_with_the_readers_country(String query, String language, String country) {
        for (int i = 0; i < 2; i++) {
            var answer = given().header("Accept-Language", language).get("/crisis-resources" + query);

            answer.then().statusCode(200).header("Vary", containsString("Accept-Language"));
            assertThat(Pattern.compile("id=\"country-([A-Z]+)\"")
                            .matcher(answer.asString())
                            .results())
                    .first()
                    .returns(country, found -> found.group(1));
        }
    }

    @Test
    void nothing_stands_between_a_person_and_the_numbers() {
        var html = html("/crisis-resources");
        assertThat(html).doesNotContain("<aside class=\"crisis\"");
        assertThat(html.substring(html.indexOf("<h1"), html.indexOf("href=\"tel:")))
                .doesNotContain("<p", "<form", "class=\"jump\"");
    }

    @ParameterizedTest
    @CsvSource({
        "topics/overdose-and-emergencies, tel:911 tel:1-800-222-1222",
        "topics/crisis-resources, tel:988 sms:988",
        "faqs/what-if-i-take-too-much, tel:911 tel:1-800-222-1222",
        "conditions/suicidal-ideation, tel:988 sms:988"
    })
    void the_numbers_that_a_document_begins_with_can_be_tapped_before_its_main_sentences(String name, String numbers) {
        var html = html("/" + name);
        var main = html.substring(html.indexOf("<main"));
        var ways = main.substring(main.indexOf("<ul class=\"ways\">"), main.indexOf("class=\"regulatory\""));
        assertThat(ways).containsSubsequence(List.of(numbers.split(" ")));
    }

    @Test
    void the_picture_of_a_risk_stands_once_and_others_are_folded() {
        var html = html("/conditions/treatment-resistant-depression");
        var pictures = Pattern.compile("<img src=\"([^\"]*/risks/[^\"]*\\.svg)\"")
                .matcher(html)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(pictures).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(Pattern.compile("<details><summary>Show as a picture")
                        .matcher(html)
                        .results())
                .hasSize(pictures.size() - 1);
        var risks = Api.read("/v1/conditions/treatment-resistant-depression").at("/data/risks");
        assertThat(html.substring(0, html.indexOf("<details><summary>Show as a picture")))
                .contains(risks.at("/0/picture").asText().replace(base(), ""));
        for (var harm : risks.at("/0/balancedBy")) {
            assertThat(pictures).noneMatch(each -> each.endsWith("/" + harm.asText() + ".svg"));
        }
    }

    @Test
    void sources_are_numbers_in_sentences_and_open_in_place() {
        var html = html("/topics/history");
        assertThat(html).containsPattern("<span>[^<]*<sup><button[^>]* popovertarget=\"c1\"");
        assertThat(html.substring(html.indexOf("<main"), html.indexOf("id=\"sources\"")))
                .doesNotContainPattern("\\(<a href=\"[^\"]*/references/");
        for (var each : Pattern.compile("popovertarget=\"(c\\d+)\"")
                .matcher(html)
                .results()
                .toList()) {
            assertThat(html).contains("<div popover id=\"" + each.group(1) + "\"");
        }
        for (var each : Pattern.compile("<div popover id=\"(c\\d+)\"")
                .matcher(html)
                .results()
                .toList()) {
            assertThat(html).contains("popovertarget=\"" + each.group(1) + "\"");
        }
    }

    @Test
    void lists_are_grouped_as_readers_look_for_things() {
        assertThat(html("/topics")).containsSubsequence("<h2 id=\"basics\">", "<h2 id=\"safety\">");
        assertThat(html("/faqs")).containsSubsequence("href=\"#having-treatment\"", "<h2 id=\"having-treatment\">");
        assertThat(html("/glossary")).containsSubsequence("href=\"#letter-b\"", "<h2 id=\"letter-b\">B</h2>");
        assertThat(html("/references"))
                .containsSubsequence("<h2 id=\"letter-a\">A</h2>")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void a_contact_begins_with_its_numbers_and_names_places_and_languages_in_words() {
        assertThat(html("/crisis-resources/us-988-lifeline"))
                .containsSubsequence(
                        "<h1>",
                        "href=\"tel:988\"",
                        "href=\"sms:988\"",
                        "class=\"regulatory\"",
                        "English, Spanish",
                        "United States")
                .doesNotContain(">en, es<", ">US<");
        assertThat(html("/crisis-resources")).contains("Anywhere else").doesNotContain("en, es");
    }

    @ParameterizedTest
    @CsvSource({"glossary/dissociation, Show it", "faqs/can-i-drive, Show all 3"})
    void sources_are_folded_with_their_number(String document, String folded) {
        assertThat(html("/" + document)).contains("<summary>" + folded + "</summary>");
    }

    @Test
    void a_source_says_its_kind_in_words() {
        assertThat(html("/references/murrough-2013"))
                .contains("Randomized controlled trial")
                .doesNotContain(">Rct<");
    }

    @Test
    void people_are_told_what_changed() {
        assertThat(html("/changes"))
                .contains("What changed", "<span class=\"kind\">New</span>")
                .containsPattern("<h2>[A-Z][a-z]+ \\d{1,2}, 20\\d\\d</h2>")
                .containsPattern("/changes\\?before=\\d+");
        given().get("/changes?before=x").then().statusCode(400);
    }

    @Test
    void the_worker_that_keeps_pages_may_be_for_all_of_them_and_keeps_no_search() {
        given().get("/service-worker.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .body(containsString("'search', 'studio', 'editorial'"));
        assertThat(html("/offline")).contains("No connection", "href=\"tel:988\"");
        given().get("/assets/site.webmanifest").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics/esketamine-vs-ketamine", "/embed/topics/esketamine-vs-ketamine?view=full"})
    void every_value_of_a_table_goes_with_the_name_of_its_column(String path) {
        var html = given().get(path).asString();

        assertThat(html)
                .contains("<th>IV ketamine</th>", "<td data-label=\"IV ketamine\">Slowly into a vein</td>")
                .contains("<th scope=\"row\">How it is given</th>")
                .doesNotContainPattern("<td(?! data-label)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics/what-ketamine-is?", "/topics?", "/crisis-resources?", "/search?q=pain&"})
    void links_that_were_sent_around_still_lead_here(String path) {
        given().get(path + "msclkid=1&mc_cid=2&mc_eid=3&_gl=4&srsltid=5&igshid=6&MSCLKID=7&gbraid=8&_hsenc=9&mkt_tok=a"
                        + "&twclid=b&mtm_campaign=c&ref=d")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics/what-ketamine-is?x=1",
                "/crisis-resources?country=Britain",
                "/topics?limit=2",
                "/topics?cursor=abc",
                "/search?x=1&q=a"
            })
    void what_is_not_known_is_refused(String path) {
        given().get(path).then().statusCode(400);
    }

    @Test
    void the_search_finds_for_people_too_and_is_stored_nowhere() {
        given().get("/search?q=can+i+drive+after+ketamin")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("<a href=\"/faqs/can-i-drive"))
                .body(containsString("Risks and limits"));
    }

    @Test
    void words_of_somebody_in_danger_bring_contacts_above_what_was_found() {
        assertThat(html("/search?q=i+want+to+die"))
                .containsSubsequence(
                        "class=\"urgent\"", "href=\"tel:988\"", "<h1>Search</h1>", "<details", "<mark>", "</details>");
        assertThat(html("/search?q=i+want+to+die")).doesNotContain("<aside class=\"crisis\"", "class=\"best\"");
        assertThat(html("/search?q=nausea")).doesNotContain("class=\"urgent\"").contains("<aside class=\"crisis\"");
    }

    @Test
    void the_best_answer_stands_above_the_others_which_can_be_narrowed_by_kind() {
        var html = html("/search?q=can+i+drive");
        assertThat(html)
                .containsSubsequence(
                        "class=\"best\"",
                        "/faqs/can-i-drive",
                        Api.read("/v1/faqs/can-i-drive").at("/data/riskSummary").asText(),
                        "aria-label=\"Only one kind\"",
                        "types=topics",
                        "class=\"entries\"");
        assertThat(html("/search?q=bladder")).containsSubsequence("class=\"entries\"", "Papers and other sources");
        assertThat(html("/search?q=can+i+drive&types=topics"))
                .contains("types=faqs", "aria-current=\"true\"")
                .doesNotContain("/faqs/can-i-drive");
        given().get("/search?q=a&types=nonsense").then().statusCode(400);
    }

    @Test
    void a_search_that_finds_nothing_leads_on() {
        assertThat(html("/search?q=zzzqqq"))
                .contains("class=\"lead-on\"", "/topics/drug-interactions", "What others ask");
        assertThat(html("/search")).contains("What others ask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search", "/search?q=", "/search?q=%20"})
    void an_empty_search_is_no_mistake(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void what_was_searched_for_is_shown_as_text() {
        given().get("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")));
    }

    @Test
    void a_page_that_is_not_there_is_not_found() {
        given().get("/nonsense").then().statusCode(404);
        given().get("/nonsense/what-ketamine-is").then().statusCode(404);
        given().accept("text/html").get("/nonsense").then().contentType(startsWith("text/html"));
    }

    private static String html(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
