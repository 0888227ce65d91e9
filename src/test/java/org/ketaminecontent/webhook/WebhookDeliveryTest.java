package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Receiver;

/** Deliveries that fail, are tried again, replayed or recovered. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookDeliveryTest extends WithReceiver {

    @Inject
    DeliveryUpkeep upkeep;

    @Inject
    MeterRegistry metrics;

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
}
