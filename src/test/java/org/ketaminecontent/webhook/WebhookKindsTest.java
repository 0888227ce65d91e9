package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.http.SurrogateKeys;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Receiver;

/** The calls that build hooks, templates and caches are sent. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookKindsTest extends WithReceiver {

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
}
