package org.ketaminecontent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.live.ChangeLogIdentity;
import org.ketaminecontent.live.PlainSelect;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Wire;

/** Pages of whole documents, and where to go on. */
@ApiTest
class SyncTest {

    @Inject
    Checkpoints checkpoints;

    @Inject
    ContentTypes contentTypes;

    @Inject
    PlainSelect select;

    @Test
    void pages_bring_every_document_once_and_whole() {
        var client = new StoringClient("limit=40");

        var last = client.follow();

        var all = new LinkedHashMap<String, Object>();
        Api.collections()
                .forEach(type -> Api.all("/v1/" + type)
                        .forEach(document -> all.put(document.path("id").asText(), document)));
        assertThat(client.store).isEqualTo(all);
        assertThat(last.at("/meta/digest").asText()).isEqualTo(client.digest());
    }

    @Test
    void a_page_is_as_described() {
        assertThat(Api.read("/v1/sync?limit=60").path("data")).hasSize(60);
        assertThat(Api.read("/v1/sync?types=topics&bodyFormat=markdown&limit=9").path("data"))
                .hasSize(9);
    }

    @Test
    void only_what_was_asked_for_comes_in_the_form_that_was_asked_for() {
        var client = new StoringClient("types=glossary,crisis-resources&bodyFormat=text&limit=30");

        client.follow();

        assertThat(client.store.values().stream().map(each -> each.path("type").asText()))
                .containsOnly("glossary", "crisis-resources");
        assertThat(client.store.values()).noneMatch(each -> each.toString().contains("<p>"));
    }

    @Test
    void every_page_has_crisis_contacts_and_notices() {
        var client = new StoringClient("types=glossary&limit=30");
        var first = client.step();
        var last = client.follow();

        for (var page : List.of(first, last)) {
            assertThat(page.at("/meta/crisis/contacts")).isNotEmpty();
            assertThat(page.at("/meta/disclaimer").asText()).isNotEmpty();
            assertThat(page.at("/meta/schemaVersion").asInt()).isEqualTo(1);
        }
        assertThat(first.at("/meta/digest").isNull()).isTrue();
    }

    @Test
    void all_collections_can_be_named() {
        contentTypes
                .inOrder()
                .forEach(type -> assertThat(
                                Api.read("/v1/sync?types=" + type.collection()).path("data"))
                        .isNotEmpty());
    }

    @Test
    void the_last_page_may_be_kept_for_five_seconds_and_an_older_one_stays_as_it_is() {
        var client = new StoringClient("types=glossary&limit=5");
        assertThat(Wire.get(client.address()).header("Cache-Control")).isEqualTo("public, max-age=60");
        client.step();
        assertThat(Wire.get(client.address()).header("Cache-Control")).isEqualTo("public, max-age=86400, immutable");
        client.follow();

        var last = Wire.get(client.address());

        assertThat(last.header("Cache-Control")).isEqualTo("public, max-age=5");
        assertThat(last.json().path("data")).isEmpty();
        var again = Wire.get(client.address(), "If-None-Match: " + last.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Cache-Control")).isEqualTo("public, max-age=5");
    }

    @Test
    void links_lead_to_the_next_page_while_there_is_one() {
        var page = Wire.get("/v1/sync?limit=3&types=topics,faqs");

        assertThat(page.header("Link")).contains("rel=\"next\"");
        assertThat(page.json().at("/links/next").asText())
                .endsWith("/v1/sync?checkpoint="
                        + page.json().at("/page/checkpoint/token").asText());
        assertThat(page.json().at("/links/self").asText()).endsWith("/v1/sync?types=faqs,topics&limit=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"types=topics", "locale=en", "bodyFormat=html", "limit=100"})
    void a_checkpoint_stands_alone(String beside) {
        refused(token() + "&" + beside, "send it alone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "null", "undefined", "-1", "MTIz", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%F0%9F%98%80"})
    void what_is_no_checkpoint_is_refused(String token) {
        refused(token, "was not made by this server");
    }

    @Test
    void one_that_is_cut_off_is_refused_wherever_the_cut_is() {
        var token = token();
        for (int length = 1; length < token.length(); length++) {
            Api.given()
                    .get("/v1/sync?checkpoint=" + token.substring(0, length))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-checkpoint"));
        }
        refused(token.substring(0, token.length() - 4), "cut off");
    }

    @Test
    void one_of_the_same_bytes_in_other_characters_is_refused() {
        var token = token();
        var bytes = Base64.getUrlDecoder().decode(token);

        refused(Base64.getUrlEncoder().encodeToString(bytes) + "=", "send it unchanged");
        for (char last = 'A'; last <= 'Z'; last++) {
            var other = token.substring(0, token.length() - 1) + last;
            if (!other.equals(token)) {
                refused(other, "send it unchanged");
            }
        }
    }

    @Test
    void one_that_was_changed_is_refused() {
        var bytes = Base64.getUrlDecoder().decode(token());
        // A digit of the number: it would skip what lies between.
        bytes[40]++;

        refused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "was changed");
    }

    @Test
    void one_of_another_database_is_refused() {
        var other = new Checkpoints(new ChangeLogIdentity(select) {
            @Override
            public Identity get() {
                return new Identity("00000000-0000-4000-8000-000000000000", "another secret");
            }
        });

        refused(other.token(new Checkpoint(Scope.ALL, 1)), "belongs to another server");
    }

    @Test
    void one_of_a_later_time_is_refused() {
        refused(checkpoints.token(new Checkpoint(Scope.ALL, Long.MAX_VALUE)), "is newer than");
    }

    @Test
    void one_of_a_retired_schema_is_gone() {
        Api.given()
                .get("/v1/sync?checkpoint=" + checkpoints.token(new Checkpoint(Scope.ALL, 1), 0))
                .then()
                .statusCode(410)
                .body("code", equalTo("schema-retired"));
    }

    @Test
    void a_language_that_there_is_not_is_not_found() {
        Api.given().get("/v1/sync?locale=es").then().statusCode(404).body("availableLocales", contains("en"));
    }

    @Test
    void no_draft_comes_into_a_store() {
        Api.given().get("/v1/sync?preview=none").then().statusCode(oneOf(400, 403));
    }

    private static String token() {
        return Api.read("/v1/sync?types=faqs&limit=2")
                .at("/page/checkpoint/token")
                .asText();
    }

    private static void refused(String token, String reason) {
        Api.given()
                .get("/v1/sync?checkpoint=" + token)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-checkpoint"))
                .body("errors.parameter", contains("checkpoint"))
                .body("detail", containsString(reason));
    }
}
