package org.ketaminecontent.feed;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.restassured.RestAssured;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** What programs that come back are told. */
@ApiTest
class FeedResourceTest {

    @Test
    void a_reader_that_is_not_ours_reads_every_page_and_finds_every_document_once() throws FeedException {
        var ids = new ArrayList<String>();
        var links = new HashSet<String>();
        @Nullable String next = base() + "/feeds/changes.atom";
        while (next != null) {
            var feed = atom(next);
            assertThat(feed.getEntries()).hasSizeBetween(1, FeedResource.PAGE);
            feed.getEntries().forEach(entry -> {
                ids.add(entry.getId());
                links.add(entry.getAlternateLinks().get(0).getHref());
                assertThat(entry.getUpdated()).isNotNull();
                assertThat(entry.getSummary().getValue()).isNotBlank();
            });
            next = link(feed, "next");
        }

        assertThat(ids).doesNotHaveDuplicates();
        for (var collection : Api.collections()) {
            for (var slug : Api.slugs("/v1/" + collection)) {
                assertThat(links).contains(base() + "/" + collection + "/" + slug);
            }
        }
    }

    @Test
    void pages_lead_back_to_where_they_came_from() throws FeedException {
        var first = atom(base() + "/feeds/changes.atom");
        var second = atom(requireNonNull(link(first, "next")));

        assertThat(link(first, "previous")).isNull();
        assertThat(atom(requireNonNull(link(second, "previous")))
                        .getEntries()
                        .get(0)
                        .getId())
                .isEqualTo(first.getEntries().get(0).getId());
        assertThat(link(second, "first")).isEqualTo(base() + "/feeds/changes.atom");
    }

    @Test
    void a_feed_of_some_documents_holds_theirs_alone() throws FeedException {
        var feed = atom(base() + "/feeds/changes.atom?documents=topics/history,faqs/can-i-drive");

        assertThat(feed.getEntries())
                .extracting(each -> each.getAlternateLinks().get(0).getHref())
                .containsExactlyInAnyOrder(base() + "/topics/history", base() + "/faqs/can-i-drive");
        assertThat(link(feed, "self")).endsWith("?documents=faqs/can-i-drive,topics/history");
        assertThat(atom(base() + "/feeds/changes.atom?documents=topics/history&before=1")
                        .getEntries())
                .isEmpty();
        given().get("/feeds/changes.atom?documents=History").then().statusCode(400);
        given().get("/feeds/changes.json?documents=topics/history").then().statusCode(200);
    }

    @Test
    void benefit_and_risk_stand_together_in_a_feed_too() {
        var topic = Api.read("/v1/topics/what-ketamine-is").path("data");
        String next = "/feeds/changes.json";
        var texts = new ArrayList<String>();
        while (next != null) {
            var page = Json.parse(given().get(next).asString());
            texts.addAll(Json.texts(page, "items.content_text"));
            next = page.path("next_url").textValue();
        }

        assertThat(texts)
                .contains(topic.path("summary").asText() + " Risks and limits: "
                        + topic.path("riskSummary").asText());
    }

    @Test
    void a_json_feed_is_one() {
        given().get("/feeds/changes.json")
                .then()
                .statusCode(200)
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("feed_url", equalTo(base() + "/feeds/changes.json"))
                .body("items.size()", equalTo(FeedResource.PAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/changes.atom", "/feeds/changes.json", "/sitemap.xml", "/robots.txt"})
    void who_has_it_already_is_sent_nothing(String path) {
        var etag = given().get(path).header("ETag");

        given().header("If-None-Match", etag).get(path).then().statusCode(304);
        given().accept("application/rss+xml").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=2", "?before=", "?utm_source=rss&format=xml", "?_=1700000000000"})
    void what_readers_add_is_passed_over(String query) {
        var plain = given().get("/feeds/changes.atom").asString();

        assertThat(given().get("/feeds/changes.atom" + query).asString()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?before=0", "?before=x", "?before=2&before=3"})
    void what_is_wrong_is_refused(String query) {
        given().get("/feeds/changes.atom" + query).then().statusCode(400);
    }

    @Test
    void the_sitemap_has_every_page_and_when_it_changed() {
        List<String> pages = given().get("/sitemap.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml;charset=UTF-8")
                .extract()
                .xmlPath()
                .getList("urlset.url.loc");

        assertThat(pages).contains(base() + "/", base() + "/topics", base() + "/faqs/can-i-drive");
        given().get("/sitemap.xml").then().body(containsString("<lastmod>2"));
        given().get("/robots.txt").then().body(containsString("Sitemap: " + base() + "/sitemap.xml"));
    }

    @Test
    void the_api_catalogue_leads_to_the_description() {
        var answer = given().get("/.well-known/api-catalog");

        assertThat(answer.contentType())
                .startsWith("application/linkset+json")
                .contains("profile=\"https://www.rfc-editor.org/info/rfc9727\"");
        var api = Json.parse(answer.asString()).at("/linkset/0");
        assertThat(api.path("anchor").asText()).isEqualTo(base() + "/v1");
        for (var relation : new String[] {"service-desc", "service-doc", "status"}) {
            given().get(api.at("/" + relation + "/0/href").asText()).then().statusCode(200);
        }
        given().head("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"api-catalog\""));
    }

    private static Feed atom(String url) throws FeedException {
        var answer = given().get(url);
        answer.then().statusCode(200).contentType("application/atom+xml;charset=UTF-8");
        return (Feed) new WireFeedInput().build(new StringReader(answer.asString()));
    }

    private static @Nullable String link(Feed feed, String relation) {
        return feed.getOtherLinks().stream()
                .filter(each -> each.getRel().equals(relation))
                .map(each -> each.getHref())
                .findFirst()
                .orElse(null);
    }

    private static String base() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }
}
