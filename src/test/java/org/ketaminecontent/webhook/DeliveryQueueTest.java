package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Receiver;

/** Deliveries that several replicas and several endpoints compete for. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class DeliveryQueueTest {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    @Inject
    DeliveryQueue queue;

    private final Receiver receiver = Receiver.start();

    @BeforeEach
    void remove_all() {
        editors.removeWebhooks();
        sql.execute("delete from webhook_message where payload like '{\"n\":%'");
    }

    @AfterEach
    void end() {
        remove_all();
        receiver.close();
    }

    private JsonNode webhook(String url, Map<String, ?> more) {
        var wanted = new HashMap<String, Object>(Map.of("name", "An endpoint", "kind", "standard", "url", url));
        wanted.putAll(more);
        return made(editors.admin().post("/webhooks", wanted), 201);
    }

    private static String path(JsonNode webhook) {
        return "/webhooks/" + webhook.path("id").asText();
    }

    /** So many events for each endpoint, which are due now. */
    private void plan(int count) {
        var name = UUID.randomUUID();
        sql.execute("with event as (insert into webhook_message (id, type, payload, at)"
                + " select '" + name + "_' || n, 'document.updated', '{\"n\":' || n || '}', now()"
                + " from generate_series(1, " + count + ") n returning id, type)"
                + " insert into webhook_delivery (endpoint_id, message_id, type)"
                + " select e.id, event.id, event.type from webhook_endpoint e, event");
    }

    @Test
    void several_replicas_make_each_delivery_once() {
        var endpoints = IntStream.range(0, 3)
                .mapToObj(number -> webhook(receiver.url() + "/" + number, Map.of()))
                .toList();
        int count = 100;
        plan(count);
        var claimed = new ConcurrentLinkedQueue<UUID>();

        // The application goes on as a replica of its own, which makes the calls of those that it takes.
        var replicas = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    for (var taken = queue.claim(List.of()); !taken.isEmpty(); taken = queue.claim(List.of())) {
                        taken.forEach(each -> claimed.add(each.id()));
                        queue.record(
                                taken.stream().map(DeliveryQueueTest::delivered).toList());
                    }
                }))
                .limit(4)
                .toList();
        replicas.forEach(CompletableFuture::join);
        sql.await("select not exists (select 1 from webhook_delivery where state <> 'DELIVERED')");

        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(claimed.size() + receiver.all().size()).isEqualTo(endpoints.size() * count);
        assertThat(sql.value("select max(attempts) from webhook_delivery")).isEqualTo("1");
    }

    private static DeliveryQueue.Made delivered(ClaimedDelivery delivery) {
        return new DeliveryQueue.Made(delivery, new CallOutcome(Instant.now(), Duration.ZERO, 204, null, null, null));
    }

    /** An answer that is not heard is waited for until the deadline, and what it answers is sent again. */
    @Test
    void every_answer_is_heard() {
        IntStream.range(0, 4).forEach(number -> webhook(receiver.url() + "/" + number, Map.of()));

        plan(250);
        sql.await("select not exists (select 1 from webhook_delivery where state <> 'DELIVERED')");

        assertThat(receiver.all()).hasSize(1000);
        assertThat(sql.value("select max(attempts) from webhook_delivery")).isEqualTo("1");
    }

    @Test
    void an_endpoint_that_does_not_answer_keeps_no_other_waiting_even_at_the_same_host() {
        var answers = new CountDownLatch(1);
        receiver.answering(request -> {
            if (request.path().equals("/slow")) {
                wait(answers);
            }
            return new Receiver.Answer(204, Map.of(), "");
        });
        webhook(receiver.url() + "/slow", Map.of());
        webhook(receiver.url() + "/quick", Map.of());
        int count = 20;

        plan(count);
        var told = Stream.generate(receiver::next).limit(count).toList();

        assertThat(told).extracting(Receiver.Request::path).containsOnly("/quick");
        answers.countDown();
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void one_that_fails_is_tried_less_and_less_often_however_much_there_is_to_tell_it() {
        receiver.answering(503);
        var failing = webhook(receiver.url(), Map.of());
        plan(40);
        sql.await("select retry_at is not null from webhook_endpoint");

        sql.execute("update webhook_endpoint set failing_since = now() - interval '1 hour', retry_at = null");
        sql.await("select retry_at between now() + interval '30 seconds' and now() + interval '61 seconds'"
                + " from webhook_endpoint");

        assertThat(sql.value("select count(*) from webhook_delivery where state = 'PENDING' and due_at <= now()"))
                .isNotEqualTo("0");
        assertThat(queue.claim(List.of())).isEmpty();
        made(editors.admin().post(path(failing) + "/test", Map.of()), 202);
        sql.await("select state = 'FAILED' and attempts = 1 from webhook_delivery where type = 'endpoint.test'");
    }

    @Test
    void what_is_recovered_is_what_the_endpoint_wants() {
        var withdrawals =
                webhook(receiver.url() + "/a", Map.of("events", List.of("document.withdrawn"), "enabled", false));
        var german = webhook(receiver.url() + "/b", Map.of("locales", List.of("de"), "enabled", false));
        var topics = webhook(receiver.url() + "/c", Map.of("collections", List.of("topics"), "enabled", false));
        var slug = slug();
        var document = "glossary/"
                + editors.publish("glossary", slug, term("Recovered"))
                        .path("id")
                        .asText();
        editors.publisher().does(document, "withdraw", Map.of("reason", "It was a test."));
        sql.await("select min(position) = (select max(number) from change) from webhook_endpoint");

        var recovered =
                Stream.of(withdrawals, german, topics).map(this::recover).toList();

        assertThat(recovered.get(0)).isPositive();
        assertThat(recovered.subList(1, 3)).containsOnly(0);
        var told = Json.parse(receiver.next().body());
        assertThat(told.path("type").asText()).isEqualTo("document.withdrawn");
        assertThat(told.at("/data/slug").asText()).isEqualTo(slug);
        assertThat(receiver.all()).hasSize(1);
    }

    private int recover(JsonNode webhook) {
        made(
                editors.admin()
                        .request()
                        .contentType("application/merge-patch+json")
                        .header("If-Match", webhook.path("etag").asText())
                        .body(Map.of("enabled", true))
                        .patch("/editorial/v1" + path(webhook)),
                200);
        var since = sql.value(
                "select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from change");
        return made(editors.admin().post(path(webhook) + "/recover", Map.of("since", since)), 202)
                .path("deliveries")
                .asInt();
    }
}
