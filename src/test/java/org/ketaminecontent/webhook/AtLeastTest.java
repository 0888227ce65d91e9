package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Readers who were told of a change and must not be given anything older. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class AtLeastTest {

    private static final Executor EACH_BY_ITSELF = task -> new Thread(task).start();

    @Inject
    Editors editors;

    private static long latest() {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(Change::latest);
    }

    @Test
    void what_is_there_is_answered_and_what_is_not_is_waited_for_and_refused() {
        var addresses = Stream.of(
                        "/v1?",
                        "/v1/topics?",
                        "/v1/topics?limit=2&fields=title&",
                        "/v1/topics/what-is-ketamine?",
                        "/v1/search?q=ketamine&",
                        "/v1/suggest?q=ket&",
                        "/v1/lookup?code=rxnorm%7C6130&",
                        "/v1/corrections?",
                        "/v1/sync?",
                        "/feeds/changes.json?",
                        "/topics?",
                        "/search?q=ketamine&",
                        "/sitemap.xml?")
                .map(address -> address + "atLeast=")
                .toList();
        // Each is waited for as long as there is; side by side they take no longer than one.
        var later = addresses.stream()
                .map(address ->
                        CompletableFuture.supplyAsync(() -> Api.given().get(address + "2147483647"), EACH_BY_ITSELF))
                .toList();

        for (int i = 0; i < addresses.size(); i++) {
            var there = Api.given().get(addresses.get(i) + latest());
            assertThat(there.statusCode()).as(addresses.get(i)).isIn(200, 301, 404);
            var refused = later.get(i).join();
            assertThat(refused.statusCode()).as(addresses.get(i)).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
            assertThat(refused.jsonPath().getString("code")).isEqualTo("version-not-reached");
        }
    }

    @Test
    void whoever_asks_too_early_is_answered_as_soon_as_it_is_there() throws InterruptedException {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term("Awaited " + slug))
                        .path("id")
                        .asText();
        editors.writer().does(document, "submit");
        editors.reviewer().does(document, "approve");
        var path = "?atLeast=" + (latest() + 1);

        var read = CompletableFuture.supplyAsync(() -> Api.given().get("/v1/glossary/" + slug + path));
        var found = CompletableFuture.supplyAsync(() -> untilThere("/v1/search" + path + "&q=" + slug));
        Thread.sleep(150);
        boolean isTooEarly = read.isDone() || found.isDone();
        editors.publisher().does(document, "publish");

        assertThat(isTooEarly).isFalse();
        assertThat(read.join().statusCode()).isEqualTo(200);
        assertThat(found.join().jsonPath().getList("data")).isNotEmpty();
    }

    /** Asks again when it is told to, as any client does. */
    private static Response untilThere(String path) {
        Response answer;
        do {
            answer = Api.given().get(path);
        } while (answer.statusCode() == 503);
        return answer;
    }

    @Test
    void a_search_in_a_body_names_it_in_the_address() {
        var words = Api.given().contentType("application/json").body(Map.of("q", "ketamine", "atLeast", 1));
        var form = Api.given()
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body("q=ketamine&atLeast=1");

        for (var answer : List.of(words.post("/v1/search"), form.post("/v1/search"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("errors[0].detail")).contains("belongs in the address");
        }
        assertThat(search("/v1/search?atLeast=1")).isEqualTo(200);
        assertThat(search("/v1/search?atLeast=2147483647")).isEqualTo(503);
    }

    private static int search(String address) {
        return Api.given()
                .contentType("application/json")
                .body(Map.of("q", "ketamine"))
                .post(address)
                .statusCode();
    }

    @Test
    void no_snapshot_is_listed_that_was_made_before() {
        editors.publish("glossary", slug(), term("Newer than snapshots"));
        long latest = latest();

        var answer = Api.given().get("/v1/snapshots?atLeast=" + latest);

        if (answer.statusCode() == 200) {
            assertThat(answer.jsonPath().getLong("data[0].contentVersion")).isGreaterThanOrEqualTo(latest);
        } else {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotNull();
        }
    }

    @Test
    void pages_of_a_list_go_on_asking_for_it() {
        var first = Api.read("/v1/topics?limit=1&atLeast=1");

        var next = first.at("/links/next").asText();
        assertThat(next).contains("atLeast=1");
        assertThat(Api.given().get(next).statusCode()).isEqualTo(200);
        var page = Api.read("/v1/sync?limit=1&atLeast=1");
        assertThat(page.at("/links/next").asText()).contains("checkpoint=", "atLeast=1");
        assertThat(page.at("/links/self").asText()).endsWith("/v1/sync?limit=1&atLeast=1");
    }

    @Test
    void the_next_page_of_a_list_may_show_more_of_each_document() {
        var next = Api.read("/v1/topics?limit=1").at("/links/next").asText();

        assertThat(Api.given().get(next + "&view=full").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "2147483648", "01", ""})
    void what_is_no_content_version_is_refused_by_name(String value) {
        var answer = Api.given().get("/v1/topics?atLeast=" + value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("atLeast");
    }
}
