package org.ketaminecontent.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** HTML to paste. */
@ApiTest
class EmbedCodeResourceTest {

    private static final String CODE = "/v1/embed-code?url=/topics/what-ketamine-is";

    @Test
    void all_flavours_come_unless_one_is_asked_for() {
        assertThat(Json.texts(Api.read(CODE), "data.flavour")).containsExactly("iframe", "element", "html");
        assertThat(Json.texts(Api.read(CODE + "&flavour=element"), "data.flavour"))
                .containsExactly("element");
    }

    @Test
    void a_frame_is_allowed_what_keeps_its_links_working_and_no_more() {
        var frame = Api.read(CODE + "&flavour=iframe").at("/data/0");

        var sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
                + " allow-top-navigation-to-custom-protocols";
        assertThat(frame.path("html").asText())
                .contains("src=\"" + base() + "/embed/topics/what-ketamine-is\"")
                .contains("title=\"What ketamine is\"")
                .contains("sandbox=\"" + sandbox + "\"");
        assertThat(Json.texts(frame, "sandbox")).containsExactly(sandbox.split(" "));
    }

    @Test
    void every_script_has_the_digest_of_what_is_served() {
        for (var script : Json.children(Api.read(CODE).path("data"))
                .flatMap(each -> Json.children(each.path("scripts")))
                .toList()) {
            var served = given().get(script.path("src").asText()).asByteArray();
            var digest = EmbedAssets.digest("SHA-384", new String(served, StandardCharsets.UTF_8));
            assertThat(script.path("integrity").asText()).isEqualTo("sha384-" + digest);
        }
    }

    @Test
    void the_element_has_a_link_in_it_for_where_there_are_no_scripts() {
        assertThat(Api.read(CODE + "&flavour=element&theme=dark&view=full")
                        .at("/data/0/html")
                        .asText())
                .startsWith("<ketamine-content src=\"" + base()
                        + "/v1/topics/what-ketamine-is\" view=\"full\" theme=\"dark\"><a href=\"" + base()
                        + "/topics/what-ketamine-is\">What ketamine is</a></ketamine-content>");
    }

    @Test
    void plain_html_has_all_that_must_be_there() {
        var document = Api.read("/v1/topics/what-ketamine-is");

        assertThat(Api.read(CODE + "&flavour=html").at("/data/0/html").asText())
                .contains(
                        document.at("/meta/regulatoryNotice").asText(),
                        document.at("/data/riskSummary").asText(),
                        "call 988 or text 988",
                        "<a href=\"" + base() + "/topics/what-ketamine-is\">")
                .doesNotContain("<script", "<iframe");
    }

    @Test
    void beside_a_frame_that_does_not_load_there_is_a_link_and_the_number() {
        var html = Api.read(CODE + "&flavour=iframe").at("/data/0/html").asText();

        assertThat(html.substring(html.indexOf("</iframe>")))
                .contains("<a href=\"" + base() + "/topics/what-ketamine-is\">", "call 988 or text 988");
    }

    @Test
    void plain_html_says_its_version_and_date() {
        assertThat(Api.read(CODE + "&flavour=html").at("/data/0/html").asText())
                .containsPattern("Version 1, last changed on [A-Z][a-z]+ \\d{1,2}, 20\\d\\d\\.");
    }

    @Test
    void the_builder_begins_with_the_document_that_a_link_names() {
        Api.given()
                .get("/builder?document=faqs/can-i-drive")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString(
                        "<option value=\"" + base() + "/faqs/can-i-drive\" selected"));
    }

    @Test
    void the_looks_go_into_the_address_of_the_frame() {
        Api.given()
                .get(CODE + "&view=full&theme=dark&accent=86cdd0&heading-level=3")
                .then()
                .statusCode(200)
                .body(
                        "links.frame",
                        equalTo(base()
                                + "/embed/topics/what-ketamine-is?view=full&theme=dark&accent=86cdd0&heading-level=3"));
        given().get(base() + "/embed/topics/what-ketamine-is?view=full&theme=dark&accent=86cdd0&heading-level=3")
                .then()
                .statusCode(200);
    }

    @Test
    void an_accent_that_cannot_be_read_is_refused() {
        Api.given()
                .get(CODE + "&accent=ffcc00")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("accent"))
                .body("detail", containsString("4.5 : 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/topics/histori", "https://example.org/topics/history", "/topics/history%23nonsense"})
    void what_is_no_document_of_this_server_is_not_found(String url) {
        Api.given().get("/v1/embed-code?url=" + url).then().statusCode(404);
    }

    @Test
    void without_an_address_there_is_nothing_to_embed() {
        Api.given().get("/v1/embed-code").then().statusCode(400).body("errors.parameter", contains("url"));
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
