package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Receiver;

/** Settings of webhooks that would do harm later, and endpoints that must not be disabled. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookRulesTest {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    @Inject
    DeliveryPlan plan;

    @AfterEach
    void remove_webhooks() {
        editors.removeWebhooks();
    }

    private Response ask(Map<String, ?> settings) {
        var wanted = new HashMap<String, Object>(Map.of("name", "A hook", "url", "https://example.com/hook"));
        wanted.putAll(settings);
        return editors.admin().post("/webhooks", wanted);
    }

    private Response patch(JsonNode webhook, Map<String, ?> changes) {
        var path = "/webhooks/" + webhook.path("id").asText();
        return editors.admin()
                .request()
                .contentType("application/merge-patch+json")
                .header("If-Match", editors.admin().get(path).header("ETag"))
                .body(changes)
                .patch("/editorial/v1" + path);
    }

    @Test
    void a_token_is_sent_to_no_host_that_it_was_not_given_for() {
        var webhook = made(ask(Map.of("kind", "cloudflare", "token", "secret")), 201);

        patch(webhook, Map.of("url", "https://other.example/hook"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/token"));
        patch(webhook, Map.of("url", "https://example.com:8443/hook")).then().statusCode(422);
        patch(webhook, Map.of("url", "https://EXAMPLE.com/another")).then().statusCode(200);
        patch(webhook, Map.of("url", "https://other.example/hook", "token", "another"))
                .then()
                .statusCode(200);
    }

    @Test
    void languages_are_kept_as_documents_name_them() {
        assertThat(made(ask(Map.of("kind", "standard", "locales", List.of("EN", "en", "pt-br"))), 201)
                        .path("locales"))
                .extracting(JsonNode::asText)
                .containsExactly("en", "pt-BR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/x",
                "https://169.254.169.254/x",
                "https://168.63.129.16/x",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[64:ff9b::7f00:1]/x"
            })
    void an_address_that_is_inside_is_refused_at_once(String url) {
        ask(Map.of("kind", "standard", "url", url))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/url")));
    }

    @Test
    void kinds_and_events_are_named_and_not_counted() {
        ask(Map.of("kind", 1)).then().statusCode(422).body("errors.pointer", equalTo(List.of("/kind")));
        ask(Map.of("kind", "standard", "events", List.of(0)))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/events/0")));
    }

    @ParameterizedTest
    @CsvSource({"'{} more'", "'{'", "''", "'{\"a\":1}{\"a\":2}'"})
    void a_template_is_json_and_nothing_else(String body) {
        ask(Map.of("kind", "template", "body", body))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/body")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "a\u2028b", "a\u202eb", "a\u0085b", "\u3000\u2003"})
    void a_name_is_a_line_that_can_be_read(String name) {
        ask(Map.of("kind", "standard", "name", name))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/name")));
    }

    @Test
    void a_test_that_fails_says_nothing_of_how_long_an_endpoint_fails() throws Exception {
        try (var receiver = Receiver.start()) {
            receiver.answering(500);
            var webhook = made(ask(Map.of("kind", "standard", "url", receiver.url())), 201);
            var path = "/webhooks/" + webhook.path("id").asText();

            editors.admin().post(path + "/test", Map.of());
            receiver.next();
            Eventually.until(
                    "the test has failed",
                    () -> made(editors.admin().get(path + "/deliveries"), 200)
                            .at("/data/0/state")
                            .asText()
                            .equals("failed"));

            assertThat(made(editors.admin().get(path), 200).has("failingSince")).isFalse();
        }
    }

    @Test
    void a_build_that_waits_for_overdue_reviews_is_started_by_them() throws Exception {
        try (var receiver = Receiver.start()) {
            made(
                    ask(Map.of(
                            "kind",
                            "build-hook",
                            "url",
                            receiver.url(),
                            "debounceSeconds",
                            0,
                            "events",
                            List.of("document.review_overdue"))),
                    201);
            var id = editors.publish("glossary", slug(), term("Overdue for a build"))
                    .path("id")
                    .asText();
            sql.execute("update rendition set html = jsonb_set(html::jsonb, '{review,nextReviewDue}',"
                    + " '\"2026-01-01\"')::text where entry_id = '" + id + "'");

            plan.planOverdue();
            sql.execute("notify content_change");

            assertThat(receiver.next().body()).contains("\"contentVersion\":");
        }
    }
}
