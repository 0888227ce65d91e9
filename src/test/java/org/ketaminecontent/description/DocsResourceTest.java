package org.ketaminecontent.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.Wire;

/** The reference for developers. */
@ApiTest
class DocsResourceTest {

    private static final Pattern EXAMPLE = Pattern.compile("<a href=\"([^\"]*)\" aria-label=\"Open an example");

    @Test
    void every_call_and_every_schema_is_there() {
        var page = page();

        var calls = Described.read().operations().toList();
        assertThat(calls)
                .hasSizeGreaterThan(25)
                .allSatisfy(call -> assertThat(page)
                        .contains(
                                "id=\"" + call.path("operationId").asText() + "\"",
                                call.path("summary").asText()));
        for (var schema : List.of("Topic", "Risk", "Meta", "Problem", "SyncPage")) {
            assertThat(page).contains("<details id=\"schema-" + schema + "\">");
        }
    }

    @Test
    void it_begins_with_what_must_be_shown_with_every_text() {
        var page = page();

        assertThat(page.indexOf("Three things must be shown"))
                .isPositive()
                .isLessThan(page.indexOf("<article class=\"call\""));
        assertThat(page)
                .contains("<code>riskSummary</code>", "<code>meta.regulatoryNotice</code>", "<code>meta.crisis</code>");
    }

    @Test
    void calls_are_shown_in_five_languages() {
        var topic = page().replaceFirst("(?s).*id=\"getTopic\"(.*?)</article>.*", "$1");

        assertThat(topic).containsSubsequence(">curl<", ">TypeScript<", ">Kotlin<", ">Swift<", ">Python<");
        assertThat(topic)
                .contains("/v1/topics/what-ketamine-is", "regulatoryNotice")
                .doesNotContain("localhost:8080");
    }

    @Test
    void samples_escape_what_they_quote() {
        var body = """
                {"q":"it's \\"$5\\"","on":true}""";

        var samples = ReferenceSamples.of("https://localhost/v1/search?q=it's", body, false).stream()
                .map(ReferenceSamples.Sample::code)
                .toList();

        assertThat(samples.get(0))
                .contains("'https://localhost/v1/search?q=it'\\''s'")
                .contains("-d '{\"q\":\"it'\\''s \\\"$5\\\"\",\"on\":true}'");
        assertThat(samples.get(1)).contains("search?q=it\\'s'", "JSON.stringify(" + body + ")");
        assertThat(samples.get(2)).contains("ofString(\"\"\"" + body.replace("$", "${'$'}") + "\"\"\"))\n    .build()");
        assertThat(samples.get(3))
                .contains("Data(\"{\\\"q\\\":\\\"it's \\\\\\\"$5\\\\\\\"\\\",\\\"on\\\":true}\".utf8)");
        assertThat(samples.get(4)).contains("data='{\"q\":\"it\\'s \\\\\"$5\\\\\"\",\"on\":true}'.encode()");
    }

    @Test
    void every_example_can_be_opened() {
        var examples =
                EXAMPLE.matcher(page()).results().map(match -> match.group(1)).toList();

        assertThat(examples)
                .hasSizeGreaterThan(15)
                .allSatisfy(address -> given().urlEncodingEnabled(false)
                        .get(address.replace("&amp;", "&"))
                        .then()
                        .statusCode(200));
    }

    @Test
    void every_link_within_the_page_leads_somewhere() {
        var page = page();

        assertThat(Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(page).contains("id=\"" + anchor + "\""));
    }

    @Test
    void it_is_small_and_needs_no_script() {
        var zipped = Wire.get("/docs", "Accept-Encoding: gzip");

        assertThat(zipped.body().length).isLessThan(100_000);
        assertThat(page()).doesNotContain("<script", " style=\"", " onclick=\"");
        given().get("/docs/editorial").then().statusCode(404);
    }

    private static String page() {
        return given().get("/docs").then().statusCode(200).extract().asString();
    }
}
