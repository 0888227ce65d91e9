package org.ketaminecontent.embed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

/** Content for frames. */
@ApiTest
class EmbedResourceTest {

    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private static Stream<String> documents() {
        return Api.collections().stream()
                .flatMap(collection -> Api.slugs("/v1/" + collection).stream().map(slug -> collection + "/" + slug));
    }

    @Test
    void whatever_is_embedded_what_must_be_there_is_there() {
        assertThat(documents()).hasSizeGreaterThan(200).allSatisfy(EmbedResourceTest::checkFrame);
    }

    private static void checkFrame(String document) {
        var answer = Api.read("/v1/" + document);
        for (var looks : new String[] {"", "?view=full&theme=dark&accent=86cdd0&heading-level=4"}) {
            var page = html("/embed/" + document + looks);

            assertThat(page)
                    .contains(answer.at("/meta/regulatoryNotice").asText())
                    .contains("No clinical review yet. " + origin(answer.at("/data/provenance")) + " Last changed on ")
                    .contains(answer.at("/meta/attribution/text").asText())
                    .contains("href=\"" + base() + "/" + document + "\"")
                    .doesNotContain("~here~");
            // Programs' addresses are no links for people; pictures are shown.
            assertThat(page.replaceAll("/v1/[a-z-]+/[a-z0-9-]+/risks/[a-z0-9-]+\\.svg", ""))
                    .doesNotContain("/v1/");
            var risks = answer.at("/data/riskSummary").textValue();
            if (risks != null) {
                assertThat(page).contains("<strong>Risks and limits:</strong> ");
            }
            assertThat(page.contains("<aside class=\"crisis\""))
                    .isEqualTo(!answer.at("/meta/crisis").isNull());
        }
    }

    private static String origin(JsonNode provenance) {
        if (provenance.path("drafting").asText().equals("person")) {
            return "Written by a person.";
        }
        return provenance.path("editedByPerson").asBoolean()
                ? "Drafted with AI assistance, then edited by a person."
                : "Drafted with AI assistance, and not yet edited by a person.";
    }

    @Test
    void a_section_alone_brings_the_risks_along() {
        var risks = Api.read("/v1/conditions/ptsd").at("/data/riskSummary").asText();

        for (var section : Api.read("/v1/conditions/ptsd").at("/data/sections")) {
            var page = html("/embed/conditions/ptsd/" + section.path("anchor").asText());
            assertThat(page).contains(section.path("heading").asText(), risks);
        }
        assertThat(html("/embed/conditions/ptsd/evidence")).contains("Limit:", risks);
    }

    @Test
    void a_card_of_a_side_effect_says_when_to_get_help() {
        assertThat(html("/embed/side-effects/dissociation"))
                .contains(Api.read("/v1/side-effects/dissociation")
                        .at("/data/whenToGetUrgentHelp")
                        .asText());
    }

    @Test
    void questions_come_by_theme_each_with_its_risks() {
        var page = html("/embed/faqs?theme=safety&theme=light&view=full");

        for (var faq : Api.all("/v1/faqs?theme=safety")) {
            assertThat(page).contains("/faqs/" + faq.path("slug").asText() + "\"");
        }
        assertThat(page).doesNotContain("/faqs/how-much-does-it-cost\"");
        assertThat(html("/embed/faqs")).contains("/faqs/how-much-does-it-cost\"");
    }

    @Test
    void a_frame_may_stand_anywhere_and_do_nothing() {
        var answer = given().get("/embed/topics/what-ketamine-is");

        answer.then()
                .header("X-Frame-Options", nullValue())
                .header("Set-Cookie", nullValue())
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("Link", containsString(base() + "/topics/what-ketamine-is>; rel=\"canonical\""))
                .header("Permissions-Policy", containsString("camera=(), "));
        var style = STYLE.matcher(answer.asString())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + EmbedAssets.digest("SHA-256", style)
                        + "'; img-src " + base() + "/v1/; script-src " + base()
                        + "/assets/embed-frame-1.js; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors *");
    }

    @Test
    void nothing_is_loaded_but_the_script_that_tells_the_height() {
        var page = html("/embed/topics/what-ketamine-is?view=full");
        var script = given().get("/assets/embed-frame-1.js");

        assertThat(page)
                .contains("integrity=\"sha384-" + EmbedAssets.digest("SHA-384", script.asString()) + "\"")
                .containsOnlyOnce("<script")
                .doesNotContain("<img", "@import", "url(");
        script.then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        assertThat(script.asString()).hasSizeLessThan(3000);
        assertThat(LOADED.matcher(page).results().map(match -> match.group(1)))
                .allMatch(url -> url.startsWith(base() + "/") || url.matches("(tel|sms):\\d+|https://.*"));
    }

    @ParameterizedTest
    @CsvSource({
        "theme=light&accent=ffcc00, ffffff",
        "theme=auto&accent=ffcc00, ffffff",
        "theme=dark&accent=0d5a63, 14191b",
        "accent=ffffff, ffffff",
        "ground=808080&accent=7f7f7f, 808080",
        "ground=112233, 112233",
        "ground=fdf6e3&theme=dark, fdf6e3",
        "ground=767676, 767676"
    })
    void whatever_colors_are_chosen_the_text_can_be_read(String looks, String ground) {
        var style = STYLE.matcher(html("/embed/topics/history?" + looks))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        var root = style.replaceFirst("(?s).*?:root(\\{[^}]*}).*", "$1");

        assertThat(root).contains("--ground:#" + ground);
        for (var name : List.of("ink", "soft", "accent")) {
            var color = root.replaceFirst(".*--" + name + ":#([0-9a-f]{6}).*", "$1");
            assertThat(Contrast.ratio(Integer.parseInt(color, 16), Integer.parseInt(ground, 16)))
                    .as("%s %s on %s", name, color, ground)
                    .isGreaterThanOrEqualTo(Contrast.LEAST);
        }
    }

    @Test
    void a_ground_stays_as_it_was_chosen_on_every_device() {
        assertThat(html("/embed/topics/history?ground=fdf6e3")).doesNotContain("prefers-color-scheme");
        assertThat(html("/embed/topics/history?ground=112233")).contains("color-scheme:dark;");
    }

    @Test
    void corners_and_size_are_as_they_were_chosen() {
        assertThat(html("/embed/topics/history?radius=0&font-size=125"))
                .contains("main{border-radius:0px}", "html{font-size:125%}");
    }

    @Test
    void an_accent_for_the_light_ground_is_made_lighter_for_the_dark_one() {
        assertThat(html("/embed/topics/history?accent=0d5a63"))
                .contains("--accent:#0d5a63")
                .containsPattern("prefers-color-scheme:dark\\)\\{:root\\{[^}]*--accent:#(?!0d5a63)");
    }

    @Test
    void the_name_of_a_clinic_is_one_plain_line_that_says_who_did_not_write_it() {
        assertThat(given().queryParam("clinic", "O'Brien & Søn, M.D.")
                        .get("/embed/topics/history")
                        .asString())
                .contains("Shown by O&#39;Brien &amp; Søn, M.D., who did not write it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "www.example.com",
                "https://example.com",
                "<b>Clinic</b>",
                "Clinic & <script>",
                "Call 555-0100 22",
                "Dr. Bright 555 0100 200",
                "Number One Clinic",
                "The best clinic",
                "Guaranteed results clinic",
                "Book now",
                "Cures depression",
                "Free consultation",
                "Clinic!",
                "100% safe",
                "12345",
                "me@example.com",
                "Cl\u0301\u0301\u0301inic",
                "\u202Ecinilc",
                "Clinic\nSecond line",
                "A name that is much longer than what a name in one plain line can be here"
            })
    void what_is_more_than_a_name_is_refused(String clinic) {
        given().queryParam("clinic", clinic)
                .get("/embed/topics/history")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", hasItem("clinic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Boston Free Clinic",
                "Clinic 24",
                "Praxis Dr. Müller",
                "心の診療所",
                "St. Mary’s (North)",
                "Bookman, Caller + Now’s"
            })
    void names_are_taken(String clinic) {
        given().queryParam("clinic", clinic).get("/embed/topics/history").then().statusCode(200);
    }

    @Test
    void contacts_of_a_country_come_first_and_those_for_anybody_after_them() {
        var page = html("/embed/crisis-resources?country=GB");

        assertThat(page)
                .contains("href=\"tel:116123\"", "findahelpline.com")
                .contains(Api.read("/v1").at("/meta/regulatoryNotice").asText())
                .contains("No clinical review yet.")
                .doesNotContain("href=\"tel:988\"");
        assertThat(page.indexOf("tel:116123")).isLessThan(page.indexOf("class=\"regulatory\""));
        assertThat(html("/embed/crisis-resources?country=GB&view=full")).contains("href=\"tel:988\"");
    }

    @Test
    void contacts_are_those_of_the_readers_country_where_none_is_named() {
        var page = given().header("Accept-Language", "en-AU")
                .get("/embed/crisis-resources")
                .asString();

        assertThat(page).contains("Lifeline").doesNotContain("href=\"tel:988\"");
        assertThat(html("/embed/crisis-resources")).contains("href=\"tel:988\"");
    }

    @Test
    void the_search_box_leads_to_the_search_page_alone() {
        var answer = given().get("/embed/search");

        assertThat(answer.asString())
                .contains(
                        "<form class=\"search\" role=\"search\" action=\"" + base() + "/search\" target=\"_blank\">",
                        "href=\"tel:988\"",
                        Api.read("/v1").at("/meta/regulatoryNotice").asText(),
                        "No clinician has reviewed these pages yet.");
        answer.then()
                .header("Content-Security-Policy", containsString("form-action " + base() + "/search; "))
                .header("X-Frame-Options", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/topics/history?msclkid=1&mc_cid=2&mc_eid=3&_gl=4&srsltid=5&igshid=6&utm_id=7&ttclid=8",
                "/embed/topics/history?theme=&accent=&view=&heading-level=",
                "/embed/faqs?theme=",
                "/embed/faqs?theme=safety,basics&fbclid=1"
            })
    void what_others_add_or_leave_empty_is_passed_over(String path) {
        given().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/topics/history?view=tiny",
                "/embed/topics/history?theme=blue",
                "/embed/topics/history?accent=red",
                "/embed/topics/history?accent=%3Bcolor:red",
                "/embed/topics/history?heading-level=0",
                "/embed/topics/history?heading-level=7",
                "/embed/topics/history?hide=risks",
                "/embed/topics/history?ground=white",
                "/embed/topics/history?radius=25",
                "/embed/topics/history?radius=-1",
                "/embed/topics/history?font-size=99",
                "/embed/topics/history?font-size=151",
                "/embed/topics/history?country=US",
                "/embed/crisis-resources?country=USA",
                "/embed/search?q=bladder",
                "/embed/topics/history?theme=light&theme=dark",
                "/embed/faqs?theme=safty",
                "/embed/faqs?theme=safety&theme=safety"
            })
    void what_is_not_known_is_refused(String path) {
        given().get(path).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embed/topics/histori",
                "/embed/nonsense/history",
                "/embed/topics/history/nonsense",
                "/embed/topics/history?lang=es"
            })
    void what_is_not_there_is_not_found(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void the_level_of_headings_fits_the_page_around() {
        assertThat(html("/embed/topics/history?heading-level=5&view=full"))
                .contains("<h5>", "<h6 id=")
                .doesNotContain("<h1", "<h2", "<h3", "<h4");
    }

    @Test
    void a_browser_may_read_it_without_scripts() {
        given().get("/embed/topics/what-ketamine-is")
                .then()
                .body(containsString("<base target=\"_blank\">"))
                .body(containsString("<meta name=\"responsive-embedded-sizing\" content=\"allow-origins=*\">"))
                .body(not(containsString("<noscript")));
    }

    private static String html(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
