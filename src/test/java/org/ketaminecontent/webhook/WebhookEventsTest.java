package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.http.SurrogateKeys;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Receiver;

/** The events that endpoints are told of. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class WebhookEventsTest extends WithReceiver {

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

    @Inject
    DeliveryPlan plan;

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
}
