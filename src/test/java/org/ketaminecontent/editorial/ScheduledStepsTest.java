package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Json;

/** Scheduled publications and withdrawals happen by themselves, once, or are given up with a reason. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class ScheduledStepsTest {

    @Inject
    Editors editors;

    @Inject
    Schedules schedules;

    private String approved() {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
        editors.writer().does(document, "submit");
        editors.reviewer().does(document, "approve");
        return document;
    }

    @Test
    void what_is_scheduled_becomes_live_by_itself_and_goes_by_itself() {
        var slug = slug();
        var document = approved();
        editors.writer();
        var at = Instant.now().plus(2, ChronoUnit.SECONDS);
        editors.publisher().does(document, "schedule", Map.of("publishAt", at.toString()));
        await(document, "published");
        editors.publisher()
                .does(
                        document,
                        "schedule",
                        Map.of("withdrawAt", Instant.now().plusSeconds(1).toString(), "reason", slug));

        await(document, "withdrawn");

        var id = document.substring("glossary/".length());
        var trail = Editors.made(editors.bootstrap().get("/audit?subject=" + id), 200);
        assertThat(Json.texts(trail, "data.action"))
                .containsExactly("withdraw", "schedule", "publish", "schedule", "approve", "submit", "create");
        assertThat(trail.at("/data/0/actor").asText()).isEqualTo("system");
    }

    @Test
    void what_is_scheduled_is_done_once_however_many_do_it() throws Exception {
        var document = approved();
        var id = UUID.fromString(document.substring("glossary/".length()));
        editors.publisher()
                .does(
                        document,
                        "schedule",
                        Map.of("publishAt", Instant.now().plusSeconds(100).toString()));
        QuarkusTransaction.requiringNew()
                .run(() -> Work.update("schedule.publishAt = ?1 where id = ?2", Instant.now(), id));
        var hands = Executors.newFixedThreadPool(10);
        try {
            var runs = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 10; i++) {
                runs.add(() -> {
                    schedules.run(id);
                    return null;
                });
            }
            for (var each : hands.invokeAll(runs)) {
                each.get();
            }
        } finally {
            hands.shutdownNow();
        }

        var trail = Editors.made(editors.bootstrap().get("/audit?subject=" + id), 200);
        assertThat(Json.texts(trail, "data.action")).containsOnlyOnce("publish");
    }

    private void await(String document, String state) {
        Eventually.until(
                document + " is " + state,
                () -> editors.writer().read(document).path("state").asText().equals(state));
    }

    @Test
    void what_cannot_be_done_at_its_time_is_given_up_and_says_why() {
        var target = slug();
        editors.publish("glossary", target, term(target));
        var slug = slug();
        var content = term(slug);
        content.put("body", content.path("body").asText() + " See [[glossary/" + target + "|the other]].");
        var document = "glossary/"
                + editors.writer().create("glossary", slug, content).path("id").asText();
        editors.writer().does(document, "submit");
        editors.reviewer().does(document, "approve");
        editors.publisher()
                .does(
                        document,
                        "schedule",
                        Map.of("publishAt", Instant.now().plusSeconds(2).toString()));
        editors.publisher().does("glossary/" + target, "withdraw", Map.of("reason", "Gone."));

        await(document, "approved");

        assertThat(editors.writer().read(document).path("rejection").asText()).contains("could not be done");
    }

    @Test
    void what_cannot_be_withdrawn_at_its_time_does_not_say_that_it_will_be() {
        var slug = slug();
        var id = editors.publish("glossary", slug, term(slug)).path("id").asText();
        editors.publisher()
                .does(
                        "glossary/" + id,
                        "schedule",
                        Map.of("withdrawAt", "2099-01-31T12:00:00Z", "reason", "Its time is over."));
        var told = Api.read("/v1/glossary/" + slug).at("/data/expiresAt");

        schedules.giveUp(UUID.fromString(id), "Others point to it.");

        assertThat(told.asText()).isEqualTo("2099-01-31T12:00:00Z");
        assertThat(Api.read("/v1/glossary/" + slug).at("/data/expiresAt").isNull())
                .isTrue();
    }
}
