package org.ketaminecontent.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;

@ApiTest
class HomeResourceTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");

    @Test
    void the_page_is_html_that_may_load_nothing_from_elsewhere() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", containsString("public, max-age=60"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(not(matchesPattern("(?s).*<script(?! src=\"/assets/).*")))
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")));
    }

    @Test
    void the_crisis_line_stands_before_all_else_as_text_and_as_links() {
        assertThat(page())
                .containsSubsequence(
                        "<a class=\"number\" href=\"tel:988\">call 988</a>",
                        "<a class=\"number\" href=\"sms:988\">text 988</a>",
                        "/crisis-resources\"",
                        "<h1");
    }

    @Test
    void readers_find_a_search_box_eight_questions_and_their_six_concerns_and_no_code() {
        var page = page();

        assertThat(page).containsSubsequence("<h1>", "role=\"search\"", "What others ask", "By concern", "New here?");
        assertThat(Pattern.compile("<li><a href=\"[^\"]*/faqs/[a-z0-9-]+\">")
                        .matcher(page)
                        .results())
                .hasSize(8);
        assertThat(Pattern.compile("<h3><a href=\"[^\"]*/topics#[a-z-]+\">")
                        .matcher(page)
                        .results())
                .hasSize(6);
        assertThat(Pattern.compile("/risks/[a-z0-9-]+\\.svg").matcher(page).results())
                .hasSize(1);
        assertThat(page).doesNotContain("<code", "REST").contains("href=\"/developers\"");
    }

    @Test
    void each_concern_leads_to_its_place_in_the_lists() {
        for (var address : found(ADDRESS)) {
            int anchor = address.indexOf('#');
            if (anchor > 0 && address.startsWith(base())) {
                given().get(address.substring(0, anchor))
                        .then()
                        .body(containsString("id=\"" + address.substring(anchor + 1) + "\""));
            }
        }
    }

    @Test
    void it_says_what_ketamine_is_approved_for() {
        assertThat(page()).contains(given().get("/v1").jsonPath().getString("meta.regulatoryNotice"));
    }

    @Test
    void it_says_that_nothing_is_reviewed_and_nothing_is() {
        assertThat(page())
                .contains("No clinician has reviewed these pages yet.")
                .doesNotContainIgnoringCase("checked");
        List<String> collections = given().get("/v1").jsonPath().getList("data.href");
        for (var collection : collections) {
            given().get(collection + "?limit=100")
                    .then()
                    .body("data.review.status", everyItem(equalTo("not-reviewed")));
        }
    }

    @Test
    void every_address_is_the_servers_own_or_a_crisis_contact() {
        List<String> contacts = given().get("/v1/crisis-resources?limit=100&fields=url")
                .jsonPath()
                .getList("data.url");
        var elsewhere = found(ADDRESS).stream()
                .filter(address -> address.contains(":"))
                .filter(address -> !address.startsWith(base() + "/"))
                .filter(address -> !address.matches("(tel|sms):\\d+"))
                .toList();
        assertThat(contacts).containsAll(elsewhere);
    }

    @Test
    void every_address_of_the_server_leads_somewhere() {
        for (var address : found(ADDRESS)) {
            if (!address.startsWith("#") && address.matches("(?:" + Pattern.quote(base()) + "/|assets/).*")) {
                var url = address.startsWith("assets/") ? base() + "/" + address : address;
                given().urlEncodingEnabled(false).get(url).then().statusCode(200);
            }
        }
    }

    @Test
    void unknown_parameters_do_no_harm() {
        given().get("/?from=a-newsletter").then().statusCode(200);
    }

    @Test
    void it_is_there_as_html_alone() {
        given().accept("application/json").get("/").then().statusCode(406).contentType("application/problem+json");
    }

    private static String page() {
        return given().get("/").asString();
    }

    /** What the pattern finds, as a browser reads it. */
    private static List<String> found(Pattern pattern) {
        return pattern.matcher(page().replace("<wbr>", ""))
                .results()
                .map(match -> match.group(1).replace("&amp;", "&"))
                .map(address -> address.startsWith("/") ? base() + address : address)
                .toList();
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
