package org.ketaminecontent.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.ApiTest;

/** What oEmbed consumers are told. */
@ApiTest
class OembedResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics/what-ketamine-is",
                "/v1/topics/what-ketamine-is",
                "/embed/topics/what-ketamine-is",
                "/topics/what-ketamine-is/"
            })
    void every_address_of_a_document_is_known(String path) {
        given().get("/oembed?url=" + path).then().statusCode(200);
        given().queryParam("url", base() + path)
                .get("/oembed")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Access-Control-Allow-Origin", "*")
                .body("type", equalTo("rich"))
                .body("version", equalTo("1.0"))
                .body("title", equalTo("What ketamine is"))
                .body("width", equalTo(600));
    }

    @Test
    void the_html_is_a_quotation_with_the_crisis_line_and_the_frame_after_it() {
        var html = given().queryParam("url", base() + "/topics/what-ketamine-is")
                .get("/oembed")
                .jsonPath()
                .getString("html");

        assertThat(html)
                .matches("(?s)<blockquote.*</blockquote><iframe .*</iframe>")
                .containsSubsequence(
                        "<a href=\"" + base() + "/topics/what-ketamine-is\">What ketamine is</a>",
                        "call 988 or text 988",
                        "</blockquote>",
                        "src=\"" + base() + "/embed/topics/what-ketamine-is\"",
                        "title=\"What ketamine is\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/faqs",
                "/faqs?theme=safety",
                "/faqs#safety",
                "/crisis-resources",
                "/crisis-resources?country=GB"
            })
    void lists_are_shown_with_the_number(String path) {
        var html = given().queryParam("url", base() + path)
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("type", equalTo("rich"))
                .extract()
                .jsonPath()
                .getString("html");

        assertThat(html.substring(0, html.indexOf("</blockquote>"))).contains("call 988 or text 988");
    }

    @Test
    void the_search_box_is_a_link_because_consumers_forbid_forms() {
        given().queryParam("url", base() + "/search")
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("type", equalTo("link"))
                .body("title", containsString("Search"))
                .body("html", nullValue());
    }

    @Test
    void an_anchor_names_a_section_alone() {
        given().queryParam("url", base() + "/topics/what-ketamine-is#dose")
                .get("/oembed")
                .then()
                .statusCode(200)
                .body("html", containsString("/embed/topics/what-ketamine-is/dose\""));
    }

    @Test
    void the_sizes_are_within_those_that_were_asked_for() {
        given().queryParam("url", base() + "/topics/what-ketamine-is")
                .queryParam("maxwidth", 320)
                .queryParam("maxheight", 400)
                .get("/oembed")
                .then()
                .body("width", equalTo(320))
                .body("height", equalTo(400))
                .body("html", containsString("width=\"320\" height=\"400\""));
        given().queryParam("url", base() + "/topics/what-ketamine-is")
                .get("/oembed")
                .then()
                // WordPress makes nothing higher.
                .body("height", lessThanOrEqualTo(1000));
    }

    @Test
    void xml_says_the_same() {
        given().queryParam("url", base() + "/topics/what-ketamine-is")
                .queryParam("format", "xml")
                .get("/oembed")
                .then()
                .statusCode(200)
                .contentType("text/xml;charset=UTF-8")
                .body("oembed.type", equalTo("rich"))
                .body("oembed.title", equalTo("What ketamine is"))
                .body("oembed.html", containsString("<iframe"));
    }

    @Test
    void another_format_is_not_implemented() {
        given().get("/oembed?url=/topics/history&format=yaml")
                .then()
                .statusCode(501)
                .body("code", equalTo("format-not-implemented"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/topics/history",
                "/topics/histori",
                "/nonsense/history",
                "/topics",
                "/topics/history#nonsense",
                "http://user@localhost:99999/topics/history",
                "http://[/topics/history"
            })
    void what_is_no_document_of_this_server_is_not_found(String url) {
        given().queryParam("url", url).get("/oembed").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oembed",
                "/oembed?url=history",
                "/oembed?url=/topics/history&maxwidth=0",
                "/oembed?link=x",
                "/oembed?url="
            })
    void what_is_wrong_is_named(String path) {
        given().get(path).then().statusCode(400).contentType("application/problem+json");
    }

    /** What WordPress, Discourse, Moodle, Drupal, Ghost, Iframely, Notion and Slack add, or leave empty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dnt=1",
                "maxwidth=600&maxheight=900&dnt=1",
                "format=JSON",
                "format=Json&maxwidth=",
                "format=",
                "maxheight=",
                "maxwidth=99999999",
                "maxwidth=600.5&maxheight=640px",
                "maxwidth=600&maxwidth=600",
                "theme=&accent=&view=",
                "lang=de-DE",
                "callback=jsonp&omit_script=true&autoplay=1&iframe=1&key=abc",
                "discover=true&_=1700000000000&utm_source=wp"
            })
    void what_consumers_add_is_passed_over(String more) {
        given().urlEncodingEnabled(false)
                .get("/oembed?url=" + base() + "/topics/what-ketamine-is&" + more)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("type", equalTo("rich"));
    }

    @Test
    void xml_may_be_asked_for_in_capitals_and_an_address_between_blanks() {
        given().get("/oembed?url=/topics/history&format=XML").then().contentType("text/xml;charset=UTF-8");
        given().queryParam("url", " " + base().replace("http", "HTTP") + "/topics/history ")
                .get("/oembed")
                .then()
                .statusCode(200);
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
