package org.ketaminecontent.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                        + "/topics/what-ketamine-is\">What ketamine is</a> · ")
                .containsPattern("call 988 or text 988</ketamine-content><script ");
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
                .body(containsString("<option value=\"/faqs/can-i-drive\" selected"));
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
    void an_accent_that_cannot_be_read_is_mended_and_the_answer_says_so() {
        Api.given()
                .get(CODE + "&accent=ffcc00")
                .then()
                .statusCode(200)
                .body("mended.parameter", contains("accent"))
                .body("mended.asked", contains("ffcc00"))
                .body("mended.ground", contains("ffffff"))
                .body(
                        "mended.shown",
                        contains(Contrast.hex(Contrast.readable(0xffcc00, 0xffffff))
                                .substring(1)));
        Api.given().get(CODE + "&accent=0d5a63").then().body("mended", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/topics/what-ketamine-is, /embed/topics/what-ketamine-is, /v1/topics/what-ketamine-is",
        "/conditions/ptsd%23evidence, /embed/conditions/ptsd/evidence, /v1/conditions/ptsd#evidence",
        "/embed/conditions/ptsd/evidence, /embed/conditions/ptsd/evidence, /v1/conditions/ptsd#evidence",
        "/faqs, /embed/faqs, /v1/faqs?limit=100",
        "/faqs%3Ftheme=safety, /embed/faqs?theme=safety, /v1/faqs?limit=100&theme=safety",
        "/faqs%23safety, /embed/faqs?theme=safety, /v1/faqs?limit=100&theme=safety",
        "/crisis-resources, /embed/crisis-resources, /v1/crisis-resources?limit=100",
        "'/crisis-resources?country=gb', /embed/crisis-resources?country=GB, '/v1/crisis-resources?limit=100&jurisdiction=GB,WORLD'",
        "/search, /embed/search, /v1/search"
    })
    void every_flavor_of_every_kind_brings_along_what_must_be_there(String url, String frame, String api) {
        var answer = Api.read("/v1/embed-code?url=" + url);
        var html = Json.texts(answer, "data.html");
        var escaped = base() + api.replace("&", "&amp;");

        assertThat(answer.at("/links/frame").asText()).isEqualTo(base() + frame);
        assertThat(html.get(0)).contains("src=\"" + base() + frame + "\"");
        assertThat(html.get(0).substring(html.get(0).indexOf("</iframe>")))
                .contains("<a href=\"" + answer.at("/links/page").asText() + "\">", "call 988 or text 988");
        assertThat(html.get(1))
                .startsWith("<ketamine-content src=\"" + escaped + "\">")
                .contains("call 988 or text 988");
        assertThat(html.get(2))
                .contains(
                        answer.at("/meta/regulatoryNotice").asText(),
                        "General information, not medical advice.",
                        answer.at("/meta/attribution/text").asText())
                .containsPattern("No clinical review yet\\.|No clinician has reviewed")
                .containsPattern("988|116 ?123");
        given().get(answer.at("/links/frame").asText()).then().statusCode(200);
        given().get(answer.at("/links/page").asText()).then().statusCode(200);
        given().urlEncodingEnabled(false)
                .get(answer.at("/links/oembed").asText())
                .then()
                .statusCode(200);
    }

    @Test
    void plain_html_shows_what_was_chosen() {
        var section = Api.read("/v1/embed-code?flavour=html&url=/conditions/ptsd%23evidence");
        var statement = Api.read("/v1/conditions/ptsd").at("/data/evidence/statements/0");

        assertThat(section.at("/data/0/html").asText())
                .contains(
                        statement.path("statement").asText(),
                        "Limit: " + statement.path("limit").asText())
                .contains("Risks and limits:");
        assertThat(Api.read(CODE + "&flavour=html&view=full").at("/data/0/html").asText())
                .contains("Two mirror-image halves")
                .doesNotContain("<img");
    }

    @Test
    void the_name_of_a_clinic_stands_in_every_flavor() {
        for (var html : Json.texts(Api.read(CODE + "&clinic=Bright,+Dark+%26+Co"), "data.html")) {
            assertThat(html).containsPattern("clinic=Bright%2C\\+Dark\\+%26\\+Co|Bright, Dark &amp; Co");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kind=section&url=/conditions/ptsd&section=evidence", "document=conditions/ptsd%23evidence"})
    void the_builder_offers_the_sections_of_the_document(String chosen) {
        builder(chosen)
                .body(containsString("<option value=\"evidence\" selected>"))
                .body(containsString("/embed/conditions/ptsd/evidence\""));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=questions&about=safety&theme=dark, /embed/faqs?theme=safety&amp;theme=dark",
        "kind=contacts&country=GB, /embed/crisis-resources?country=GB",
        "url=/crisis-resources, /embed/crisis-resources",
        "kind=search&radius=10&accent=%230d5a63&ground=%23ffffff&font-size=100&view=card, /embed/search",
        "kind=search&clinic=Bright+Clinic, /embed/search?clinic=Bright+Clinic"
    })
    void the_builder_makes_every_kind(String chosen, String frame) {
        builder(chosen).body(containsString("src=\"" + base() + frame + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"clinic=Best+clinic+in+town", "url=/topics/histori", "url=https://example.org/x", "radius=99"})
    void the_builder_says_beside_the_form_what_cannot_be(String chosen) {
        builder(chosen)
                .body(matchesPattern("(?s).*id=\"mistake\" role=\"status\">[^<]+<.*"))
                .body(not(containsString("id=\"preview\"")));
    }

    /** Reading every document for its title alone would take more memory than one answer may. */
    @Test
    void the_builder_offers_every_document_and_takes_little() {
        var page = builder("kind=document")
                .body(containsString("id=\"preview\""))
                .extract()
                .asString();

        for (var collection : List.of("topics", "conditions", "side-effects", "faqs")) {
            for (var slug : Api.slugs("/v1/" + collection)) {
                assertThat(page).contains("<option value=\"/" + collection + "/" + slug + "\"");
            }
        }
        assertThat(page).hasSizeLessThan(60_000).doesNotContain("></option>");
    }

    private static ValidatableResponse builder(String chosen) {
        return given().urlEncodingEnabled(false)
                .get("/builder?" + chosen)
                .then()
                .statusCode(200);
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
