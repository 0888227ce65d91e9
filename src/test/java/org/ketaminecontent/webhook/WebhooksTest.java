package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.http.SurrogateKeys;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Receiver;

/** Endpoints that are told of changes, with receivers that listen on this machine. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhooksTest {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    private final Receiver receiver = Receiver.start();

    @BeforeEach
    void remove_all() {
        editors.removeWebhooks();
    }

    @AfterEach
    void end() {
        remove_all();
        receiver.close();
    }

    private JsonNode webhook(String kind, Map<String, ?> more) {
        var wanted =
                new HashMap<String, Object>(Map.of("name", "A " + kind, "kind", kind, "url", receiver.url() + "/hook"));
        wanted.putAll(more);
        return made(editors.admin().post("/webhooks", wanted), 201);
    }

    private JsonNode read(JsonNode webhook) {
        return made(editors.admin().get("/webhooks/" + webhook.path("id").asText()), 200);
    }

    private JsonNode deliveries(JsonNode webhook) {
        return made(editors.admin().get("/webhooks/" + webhook.path("id").asText() + "/deliveries"), 200)
                .path("data");
    }

    private JsonNode delivered(JsonNode webhook, String state) {
        Eventually.until(
                "the delivery is " + state,
                () -> deliveries(webhook).at("/0/state").asText().equals(state));
        return deliveries(webhook).path(0);
    }

    private static void verify(String secret, Receiver.Request request) throws Exception {
        var headers = new HashMap<String, List<String>>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new Webhook(secret).verify(request.body(), headers);
    }

    @Test
    void a_publication_a_correction_and_a_withdrawal_are_told_with_signatures() throws Exception {
        var webhook = webhook("standard", Map.of());
        var secret = webhook.path("secret").asText();
        var slug = slug();

        var published = editors.publish("glossary", slug, term("Told " + slug));
        var first = receiver.next();
        var document = "glossary/" + published.path("id").asText();
        editors.writer()
                .changes(
                        document,
                        Map.of(
                                "content",
                                Map.of(
                                        "body",
                                        "Another word that stands here so that a test can tell of a correction.")));
        editors.writer().does(document, "submit");
        editors.reviewer().does(document, "approve");
        editors.publisher()
                .does(
                        document,
                        "publish",
                        Map.of(
                                "correction",
                                Map.of(
                                        "severity",
                                        "material",
                                        "wasWrong",
                                        "It said one thing.",
                                        "isRight",
                                        "Another.")));
        var second = receiver.next();
        editors.publisher().does(document, "withdraw", Map.of("reason", "It was a test."));
        var third = receiver.next();

        for (var request : List.of(first, second, third)) {
            verify(secret, request);
        }
        assertThat(first.headers()).containsEntry("content-type", "application/json");
        var event = Json.parse(first.body());
        assertThat(event.path("type").asText()).isEqualTo("document.published");
        assertThat(event.path("timestamp").asText()).matches("....-..-..T..:..:..Z");
        var data = event.path("data");
        assertThat(data.path("id").asText()).isEqualTo(published.path("id").asText());
        assertThat(data.path("type").asText()).isEqualTo("glossary");
        assertThat(data.path("slug").asText()).isEqualTo(slug);
        assertThat(data.path("locale").asText()).isEqualTo("en");
        assertThat(data.path("version").asInt()).isEqualTo(1);
        assertThat(data.path("severity").isNull()).isTrue();
        assertThat(data.path("url").asText()).endsWith("/glossary/" + slug);
        assertThat(data.path("apiUrl").asText()).endsWith("/v1/glossary/" + slug);
        assertThat(data.path("changedFields")).isEmpty();
        assertThat(data.path("cacheTags"))
                .extracting(JsonNode::asText)
                .contains(SurrogateKeys.key("glossary/" + slug), SurrogateKeys.key("glossary"));
        var corrected = Json.parse(second.body());
        assertThat(corrected.path("type").asText()).isEqualTo("document.corrected");
        assertThat(corrected.at("/data/severity").asText()).isEqualTo("material");
        assertThat(corrected.at("/data/version").asInt()).isEqualTo(2);
        assertThat(corrected.at("/data/changedFields")).isNotEmpty();
        var withdrawn = Json.parse(third.body());
        assertThat(withdrawn.path("type").asText()).isEqualTo("document.withdrawn");
        assertThat(withdrawn.at("/data/slug").asText()).isEqualTo(slug);
    }

    @Test
    void whoever_is_told_reads_the_new_text_at_once() {
        var texts = new java.util.concurrent.CopyOnWriteArrayList<Integer>();
        receiver.answering(request -> {
            var data = Json.parse(request.body()).path("data");
            var slug = data.path("slug").asText();
            texts.add(Api.given().get("/v1/glossary/" + slug).statusCode());
            texts.add(Api.given()
                    .get("/v1/search?q=" + slug)
                    .jsonPath()
                    .getList("data")
                    .size());
            return new Receiver.Answer(204, Map.of(), "");
        });
        webhook("standard", Map.of());
        var slug = slug();

        editors.publish("glossary", slug, term(slug));
        receiver.next();

        assertThat(texts.get(0)).isEqualTo(200);
        assertThat(texts.get(1)).isPositive();
    }

    @Test
    void a_failure_is_tried_again_under_the_same_id_and_both_attempts_are_kept() throws Exception {
        var count = new AtomicInteger();
        receiver.answering(request -> count.getAndIncrement() == 0
                ? new Receiver.Answer(503, Map.of("Retry-After", "0"), "x".repeat(5000))
                : new Receiver.Answer(200, Map.of(), "taken"));
        var webhook = webhook("standard", Map.of());

        editors.publish("glossary", slug(), term("Tried again"));
        var first = receiver.next();
        sql.execute("update webhook_delivery set due_at = now() where state = 'PENDING' and attempts = 1");
        var second = receiver.next();

        assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(second.body()).isEqualTo(first.body());
        verify(webhook.path("secret").asText(), second);
        var delivery = delivered(webhook, "delivered");
        var whole = made(
                editors.admin()
                        .get("/webhooks/" + webhook.path("id").asText() + "/deliveries/"
                                + delivery.path("id").asText()),
                200);
        assertThat(whole.path("history")).hasSize(2);
        assertThat(whole.at("/history/0/status").asInt()).isEqualTo(503);
        assertThat(whole.at("/history/0/answer").asText()).hasSize(2048);
        assertThat(whole.at("/history/1/answer").asText()).isEqualTo("taken");
        assertThat(whole.at("/payload/type").asText()).isEqualTo("document.published");
        assertThat(read(webhook).has("failingSince")).isFalse();
    }

    @Test
    void during_a_rotation_both_secrets_sign() throws Exception {
        var webhook = webhook("standard", Map.of());
        var id = webhook.path("id").asText();

        var rotated = made(editors.admin().post("/webhooks/" + id + "/rotate", Map.of("overlapHours", 1)), 201);
        made(editors.admin().post("/webhooks/" + id + "/test", Map.of()), 202);
        var request = receiver.next();

        assertThat(request.headers().getOrDefault("webhook-signature", "").split(" "))
                .hasSize(2);
        verify(webhook.path("secret").asText(), request);
        verify(rotated.path("secret").asText(), request);
        assertThat(Json.parse(request.body()).path("type").asText()).isEqualTo("endpoint.test");
        sql.execute("update webhook_endpoint set former_secret_until = now()");
        made(editors.admin().post("/webhooks/" + id + "/test", Map.of()), 202);
        var later = receiver.next();
        verify(rotated.path("secret").asText(), later);
        assertThatThrownBy(() -> verify(webhook.path("secret").asText(), later))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void what_is_gone_wants_nothing_more() {
        receiver.answering(410);
        var webhook = webhook("standard", Map.of());

        editors.publish("glossary", slug(), term("Gone"));
        receiver.next();

        delivered(webhook, "failed");
        assertThat(read(webhook).path("enabled").asBoolean()).isFalse();
        assertThat(read(webhook).path("disabledReason").asText()).contains("410");
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() {
        try (var elsewhere = Receiver.start()) {
            receiver.answering(
                    request -> new Receiver.Answer(302, Map.of("Location", elsewhere.url() + "/inside"), ""));
            var webhook = webhook("standard", Map.of());

            made(editors.admin().post("/webhooks/" + webhook.path("id").asText() + "/test", Map.of()), 202);
            receiver.next();

            assertThat(delivered(webhook, "failed").at("/lastAttempt/status").asInt())
                    .isEqualTo(302);
            assertThat(elsewhere.all()).isEmpty();
        }
    }

    @Test
    void only_what_is_asked_for_is_told() {
        webhook("standard", Map.of("events", List.of("document.withdrawn"), "collections", List.of("glossary")));
        var slug = slug();

        var published = editors.publish("glossary", slug, term("Filtered"));
        editors.publisher()
                .does("glossary/" + published.path("id").asText(), "withdraw", Map.of("reason", "It was a test."));
        var only = receiver.next();

        assertThat(Json.parse(only.body()).path("type").asText()).isEqualTo("document.withdrawn");
        assertThat(receiver.all()).hasSize(1);
    }

    @Test
    void several_changes_start_one_build_and_its_address_is_shown_to_nobody() throws Exception {
        var build = webhook("build-hook", Map.of("debounceSeconds", 1, "url", receiver.url() + "/deploy/secret-token"));

        editors.publish("glossary", slug(), term("Built one"));
        editors.publish("glossary", slug(), term("Built two"));
        sql.execute("update webhook_delivery set due_at = now()");
        var request = receiver.next();
        delivered(build, "delivered");

        assertThat(request.path()).isEqualTo("/deploy/secret-token");
        assertThat(Json.parse(request.body()).path("contentVersion").asLong())
                .as("what a build must at least read")
                .isPositive();
        assertThat(receiver.all().size()).isLessThanOrEqualTo(2);
        assertThat(build.path("url").asText()).isEqualTo(receiver.url() + "/…");
        assertThat(build.has("secret")).isFalse();
        assertThat(editors.admin().get("/audit").asString()).doesNotContain("secret-token");
        assertThat(sql.value("select e::text from webhook_endpoint e")).doesNotContain("secret-token");
    }

    @Test
    void a_build_waits_for_the_last_of_several_changes_but_not_for_ever() throws Exception {
        webhook("build-hook", Map.of("debounceSeconds", 100));

        editors.publish("glossary", slug(), term("Built one"));
        var due = due();
        sql.execute(
                "update webhook_delivery set due_at = due_at - interval '50 seconds', created_at = created_at - interval '250 seconds'");
        editors.publish("glossary", slug(), term("Built two"));

        assertThat(due()).isBefore(due.plusSeconds(60)).isAfter(Instant.now().plusSeconds(30));
        assertThat(deliveries(read(
                        made(editors.admin().get("/webhooks"), 200).path("data").path(0))))
                .hasSize(1);
    }

    private Instant due() {
        var latest = " from webhook_delivery where last_number = (select max(number) from change)";
        sql.await("select count(*) > 0" + latest);
        return Instant.ofEpochMilli(
                Long.parseLong(sql.value("select (extract(epoch from due_at) * 1000)::bigint" + latest)));
    }

    @Test
    void a_template_sends_its_body_with_its_token() {
        webhook(
                "template",
                Map.of(
                        "body",
                        "{\"event_type\":\"content\",\"version\":\"{{contentVersion}}\"}",
                        "token",
                        "ghp_secret",
                        "debounceSeconds",
                        0));

        editors.publish("glossary", slug(), term("Dispatched"));
        var request = receiver.next();

        assertThat(request.body()).matches("\\{\"event_type\":\"content\",\"version\":\"[1-9]\\d*\"}");
        assertThat(request.headers()).containsEntry("authorization", "Bearer ghp_secret");
        assertThat(editors.admin().get("/webhooks").asString()).doesNotContain("ghp_secret");
    }

    @Test
    void cloudflare_and_fastly_are_sent_the_keys_of_what_changed_and_asked_again_when_they_say_so() {
        var refused = new AtomicInteger();
        receiver.answering(request -> request.path().startsWith("/cloudflare") && refused.getAndIncrement() == 0
                ? new Receiver.Answer(429, Map.of("Retry-After", "1"), "{\"success\":false}")
                : new Receiver.Answer(200, Map.of(), "{\"success\":true}"));
        webhook("cloudflare", Map.of("url", receiver.url() + "/cloudflare/zones/z/purge_cache", "token", "cf"));
        webhook("fastly", Map.of("url", receiver.url() + "/fastly/service/s/purge", "token", "fk"));
        var slug = slug();

        editors.publish("glossary", slug, term("Purged"));
        var requests = List.of(receiver.next(), receiver.next());
        sql.execute("update webhook_delivery set due_at = now() where state = 'PENDING'");
        var again = receiver.next();

        var key = SurrogateKeys.key("glossary/" + slug);
        var fastly = requests.stream()
                .filter(each -> each.path().startsWith("/fastly"))
                .findFirst()
                .orElseThrow();
        assertThat(fastly.headers()).containsEntry("fastly-key", "fk");
        assertThat(Json.parse(fastly.body()).path("surrogate_keys"))
                .extracting(JsonNode::asText)
                .contains(key);
        assertThat(again.path()).startsWith("/cloudflare");
        assertThat(again.headers()).containsEntry("authorization", "Bearer cf");
        assertThat(Json.parse(again.body()).path("tags"))
                .extracting(JsonNode::asText)
                .contains(key);
    }

    @Test
    void keys_go_out_in_calls_of_as_many_as_each_cache_takes() {
        var keys = java.util.stream.IntStream.range(0, 257)
                .mapToObj(String::valueOf)
                .toList();

        assertThat(DeliveryCalls.split(keys, DeliveryCalls.CLOUDFLARE_TAGS))
                .extracting(List::size)
                .containsExactly(100, 100, 57);
        assertThat(DeliveryCalls.split(keys, DeliveryCalls.FASTLY_KEYS))
                .extracting(List::size)
                .containsExactly(256, 1);
    }

    @Test
    void a_delivery_is_replayed_under_its_id_and_what_was_missed_is_recovered() {
        var webhook = webhook("standard", Map.of());
        var path = "/webhooks/" + webhook.path("id").asText();
        editors.publish("glossary", slug(), term("Replayed"));
        var first = receiver.next();
        var delivery = delivered(webhook, "delivered");

        made(editors.admin().post(path + "/deliveries/" + delivery.path("id").asText() + "/replay", Map.of()), 202);
        var again = receiver.next();
        delivered(webhook, "delivered");
        enable(webhook, false);
        editors.publish("glossary", slug(), term("Missed"));
        editors.publish("glossary", slug(), term("Missed too"));
        sql.await("select min(position) = (select max(number) from change) from webhook_endpoint");
        enable(webhook, true);
        var recovered = made(
                editors.admin()
                        .post(
                                path + "/recover",
                                Map.of("since", Instant.now().minusSeconds(60).toString())),
                202);

        assertThat(again.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
        assertThat(recovered.path("deliveries").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(Json.parse(receiver.next().body()).at("/data/slug").asText()).isNotEmpty();
    }

    @Test
    void a_replay_that_is_asked_for_while_the_call_is_out_is_made_whatever_comes_of_that_call() {
        var calls = new AtomicInteger();
        receiver.answering(request -> {
            int call = calls.incrementAndGet();
            if (call == 1 || call == 3) {
                replayLatest();
            }
            return new Receiver.Answer(call == 3 ? 503 : 200, Map.of(), "");
        });
        var webhook = webhook("standard", Map.of());
        var path = "/webhooks/" + webhook.path("id").asText();

        made(editors.admin().post(path + "/test", Map.of()), 202);
        var afterSuccess = List.of(receiver.next(), receiver.next());
        delivered(webhook, "delivered");
        made(editors.admin().post(path + "/test", Map.of()), 202);
        var afterFailure = List.of(receiver.next(), receiver.next());
        var last = delivered(webhook, "delivered");

        assertThat(afterSuccess)
                .extracting(each -> each.headers().get("webhook-id"))
                .containsOnly(afterSuccess.get(0).headers().get("webhook-id"));
        assertThat(afterFailure)
                .extracting(each -> each.headers().get("webhook-id"))
                .containsOnly(afterFailure.get(0).headers().get("webhook-id"));
        assertThat(last.path("attempts").asInt()).isEqualTo(2);
    }

    private void replayLatest() {
        var path = "/webhooks/"
                + made(editors.admin().get("/webhooks"), 200).at("/data/0/id").asText() + "/deliveries";
        made(
                editors.admin()
                        .post(
                                path + "/"
                                        + made(editors.admin().get(path), 200)
                                                .at("/data/0/id")
                                                .asText() + "/replay",
                                Map.of()),
                202);
    }

    private void enable(JsonNode webhook, boolean enabled) {
        var id = webhook.path("id").asText();
        made(
                editors.admin()
                        .request()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", read(webhook).path("etag").asText())
                        .body(Map.of("enabled", enabled))
                        .patch("/editorial/v1/webhooks/" + id),
                200);
    }

    @Test
    void a_scheduled_withdrawal_says_that_the_time_is_over() {
        webhook("standard", Map.of("events", List.of("document.expired")));
        var published = editors.publish("glossary", slug(), term("Expires"));
        var document = "glossary/" + published.path("id").asText();

        editors.publisher()
                .does(
                        document,
                        "schedule",
                        Map.of("withdrawAt", Instant.now().plusSeconds(600).toString(), "reason", "Its time is over."));

        sql.execute("update work set withdraw_at = now() where withdraw_at is not null");

        assertThat(Json.parse(receiver.next().body()).path("type").asText()).isEqualTo("document.expired");
    }

    @Test
    void a_review_that_becomes_overdue_is_told_once() {
        webhook("standard", Map.of("events", List.of("document.review_overdue")));
        var published = editors.publish("glossary", slug(), term("Overdue"));
        var id = published.path("id").asText();
        sql.execute(
                "update rendition set html = jsonb_set(html::jsonb, '{review,nextReviewDue}', '\"2026-01-01\"')::text"
                        + " where entry_id = '" + id + "'");

        plan.planOverdue();
        plan.planOverdue();
        sql.execute("notify content_change");

        // Documents of other tests may be overdue as well.
        var told = Json.parse(receiver.next().body()).at("/data/id").asText();
        while (!told.equals(id)) {
            told = Json.parse(receiver.next().body()).at("/data/id").asText();
        }
        assertThat(receiver.all()).filteredOn(sent -> sent.body().contains(id)).hasSize(1);
    }

    @Inject
    DeliveryPlan plan;

    @Inject
    DeliveryUpkeep upkeep;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_dead_endpoint_is_disabled_after_five_days_and_what_nobody_took_is_given_up_after_three() {
        receiver.answering(500);
        var webhook = webhook("standard", Map.of());
        editors.publish("glossary", slug(), term("Dead"));
        receiver.next();
        Eventually.until("it fails", () -> read(webhook).has("failingSince"));
        sql.execute("update webhook_endpoint set failing_since = now() - interval '5 days 1 minute'");
        sql.execute(
                "update webhook_delivery set give_up_at = now() - interval '1 minute', due_at = now() - interval '1 minute'");

        upkeep.run();

        assertThat(read(webhook).path("enabled").asBoolean()).isFalse();
        assertThat(read(webhook).path("disabledReason").asText()).contains("5 days");
        assertThat(metrics.get("content.webhooks.disabled").gauge().value()).isEqualTo(1);
        assertThat(editors.admin()
                        .get("/audit?subject=" + webhook.path("id").asText())
                        .asString())
                .contains("disable-webhook", "The server");
        editors.admin()
                .get("/webhooks/disabled.atom")
                .then()
                .statusCode(200)
                .body("feed.entry.title", equalTo("A standard is disabled"))
                .body("feed.entry.summary", containsString("5 days"));
        delivered(webhook, "failed");
    }

    @Test
    void settings_that_break_a_rule_are_refused_with_the_place() {
        var answer = editors.admin()
                .post(
                        "/webhooks",
                        Map.of(
                                "name",
                                "",
                                "kind",
                                "cloudflare",
                                "url",
                                "http://10.0.0.1/",
                                "events",
                                List.of("document.updated")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.pointer")).contains("/name", "/url", "/token", "");
    }

    @Test
    void a_change_must_name_the_version_that_it_is_meant_for() {
        var webhook = webhook("standard", Map.of());
        var path = "/editorial/v1/webhooks/" + webhook.path("id").asText();
        var request = editors.admin().request().contentType("application/merge-patch+json");

        assertThat(request.body(Map.of("name", "Other")).patch(path).statusCode())
                .isEqualTo(428);
        assertThat(editors.admin()
                        .request()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "\"v7\"")
                        .body(Map.of("name", "Other"))
                        .patch(path)
                        .statusCode())
                .isEqualTo(412);
    }
}
