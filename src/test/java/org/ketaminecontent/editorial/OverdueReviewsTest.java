package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.publishing.Publisher;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** What becomes of documents whose review is overdue. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class OverdueReviewsTest {

    @Inject
    Editors editors;

    @Inject
    Schedules schedules;

    @Inject
    Releases releases;

    @Inject
    IdempotencyKeys idempotencyKeys;

    @Inject
    DatabaseClock clock;

    @Inject
    Publisher publisher;

    @Inject
    EntityManager entityManager;

    @Inject
    MeterRegistry metrics;

    @Test
    void readers_are_told_from_the_day_on() {
        var counted = metrics.get("content.reviews.overdue").gauge();
        double before = counted.value();
        var slug = overdue();

        scheduledWork(ReviewsConfig.Overdue.FLAG).keepUpWithTheDay();

        assertThat(Api.read("/v1/glossary/" + slug).at("/data/review/status").asText())
                .isEqualTo("overdue");
        editors.writer()
                .get("/reviews?status=overdue")
                .then()
                .body("data.document.slug", org.hamcrest.Matchers.hasItem(slug));
        assertThat(counted.value()).isEqualTo(before + 1);
    }

    @Test
    void after_the_days_of_grace_a_document_is_withheld_where_that_is_wanted() {
        var slug = overdue();
        var target = overdue();
        var pointing = slug();
        var content = term(pointing);
        content.put("body", content.path("body").asText() + " See [[glossary/" + target + "|the other]].");
        editors.publish("glossary", pointing, content);

        scheduledWork(ReviewsConfig.Overdue.WITHHOLD).keepUpWithTheDay();

        Api.given()
                .get("/v1/glossary/" + slug)
                .then()
                .statusCode(410)
                .body("reason", equalTo("Its review is overdue."));
        // What others point to stays, and is flagged.
        assertThat(Api.read("/v1/glossary/" + target).at("/data/review/status").asText())
                .isEqualTo("overdue");
    }

    private ScheduledWork scheduledWork(ReviewsConfig.Overdue overdue) {
        var scheduledWork = new ScheduledWork(
                schedules,
                releases,
                idempotencyKeys,
                publisher,
                new ReviewsConfig() {
                    @Override
                    public Overdue overdue() {
                        return overdue;
                    }

                    @Override
                    public int graceDays() {
                        return 5;
                    }
                },
                clock);
        scheduledWork.begin();
        return scheduledWork;
    }

    /** A document whose review was due ten days ago; no test can wait for that. */
    private String overdue() {
        var slug = slug();
        editors.publish("glossary", slug, term(slug));
        QuarkusTransaction.requiringNew().run(() -> {
            for (var update : List.of(
                    "update work set review_due = current_date - 10 where slug = :slug",
                    "update glossary_term set next_review_due = current_date - 10 where slug = :slug",
                    "update rendition set good_until = current_date - 9 where document = 'glossary/' || :slug")) {
                entityManager
                        .createNativeQuery(update)
                        .setParameter("slug", slug)
                        .executeUpdate();
            }
        });
        return slug;
    }
}
