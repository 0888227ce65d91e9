package org.ketaminecontent.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Described;

/** The reference for developers. */
@ApiTest
class DocsResourceTest {

    private static final Pattern EXAMPLE = Pattern.compile("<a href=\"([^\"]*)\" aria-label=\"Open an example");

    @Test
    void the_contents_lead_to_every_call_and_every_schema() {
        var contents = page("/docs");
        var calls = Described.read().operations().toList();

        assertThat(calls).hasSizeGreaterThan(25).allSatisfy(call -> {
            var id = call.path("operationId").asText();
            assertThat(contents).contains(call.path("summary").asText());
            assertThat(page(leadingTo(id))).contains("<article class=\"call\" aria-labelledby=\"" + id + "\">");
        });
        for (var schema : List.of("Topic", "Risk", "Meta", "Problem", "SyncPage")) {
            assertThat(page(leadingTo("schema-" + schema))).contains("<details id=\"schema-" + schema + "\" open>");
        }
    }

    /** The page to which the entry with this anchor leads: addresses of a part of the contents stay right. */
    private static String leadingTo(String anchor) {
        var entry = Pattern.compile("<li id=\"" + anchor + "\"><a href=\"[^\"]*(/docs/[^\"#]+)#" + anchor + "\"");
        var found = entry.matcher(page("/docs"));
        assertThat(found.find()).as(anchor).isTrue();
        return found.group(1);
    }

    private static Stream<String> pages() {
        return Stream.concat(
                        Stream.of("/docs"),
                        Pattern.compile("<a href=\"[^\"]*(/docs/[^\"#]+)")
                                .matcher(page("/docs"))
                                .results()
                                .map(link -> link.group(1)))
                .distinct();
    }

    @Test
    void it_begins_with_what_must_be_shown_with_every_text() {
        var page = page("/docs");

        assertThat(page.indexOf("Three things must be shown"))
                .isPositive()
                .isLessThan(page.indexOf("<ul class=\"calls\""));
        assertThat(page)
                .contains("<code>riskSummary</code>", "<code>meta.regulatoryNotice</code>", "<code>meta.crisis</code>");
    }

    @Test
    void calls_are_shown_in_five_languages() {
        var topic = page("/docs/topics").replaceFirst("(?s).*id=\"getTopic\"(.*?)</article>.*", "$1");

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
        var examples = pages().flatMap(path -> EXAMPLE.matcher(page(path)).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(examples)
                .hasSizeGreaterThan(15)
                .allSatisfy(address -> given().urlEncodingEnabled(false)
                        .get(address.replace("&amp;", "&"))
                        .then()
                        .statusCode(200));
    }

    @Test
    void every_link_to_a_part_leads_somewhere() {
        var link = Pattern.compile("href=\"[^\"]*?(/docs(?:/[^\"#]*)?)?#([^\"]+)\"");
        var pages = pages().collect(Collectors.toMap(Function.identity(), DocsResourceTest::page));

        pages.forEach((path, html) -> assertThat(link.matcher(html).results())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(pages.get(each.group(1) == null ? path : each.group(1)))
                        .contains("id=\"" + each.group(2) + "\"")));
    }

    @Test
    void pages_are_small_and_need_no_script() {
        assertThat(pages()).hasSizeGreaterThan(10).allSatisfy(path -> {
            var page = page(path);
            assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(60_000);
            assertThat(page).doesNotContain("<script", " style=\"", " onclick=\"");
        });
    }

    @Test
    void there_is_nothing_beside_the_pages_and_nothing_on_editing_where_nobody_can_edit() {
        for (var path : List.of("/docs/nothing", "/docs/Topics", "/docs/editorial", "/docs/editorial/keys")) {
            given().get(path).then().statusCode(404);
        }
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
