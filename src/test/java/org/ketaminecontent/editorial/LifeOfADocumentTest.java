package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** The whole life of a document, from the first draft to its withdrawal. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class LifeOfADocumentTest {

    @Inject
    Editors editors;

    @Test
    void from_the_first_draft_to_the_withdrawal() {
        var writer = editors.writer();
        var reviewer = editors.reviewer();
        var publisher = editors.publisher();
        var today = LocalDate.now(ZoneOffset.UTC);

        // A writer drafts. Readers see nothing of it.
        var draft = writer.create("glossary", "life-of-a-term", term("Life of a term"));
        var document = "glossary/" + draft.path("id").asText();
        assertThat(draft.path("state").asText()).isEqualTo("draft");
        assertThat(Json.texts(draft, "allowed")).containsExactly("edit", "submit");
        Api.given().get("/v1/glossary/life-of-a-term").then().statusCode(404);

        // A reviewer sends it back, with the reason.
        writer.does(document, "submit");
        reviewer.step(
                        document,
                        "approve",
                        Map.of("nextReviewDue", today.plusMonths(13).toString()))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/nextReviewDue"));
        var rejected = reviewer.does(document, "reject", Map.of("reason", "Say what it is for."));
        assertThat(rejected.path("state").asText()).isEqualTo("draft");
        assertThat(rejected.path("rejection").asText()).isEqualTo("Say what it is for.");

        // The writer changes a part of it; the reviewer signs.
        var body = "A word that is written, sent back, signed, published and taken back, to show that all of it works.";
        writer.changes(document, Map.of("content", Map.of("body", body), "note", "Says what it is for."));
        writer.does(document, "submit");
        var due = today.plusMonths(6).toString();
        var approved = reviewer.does(document, "approve", Map.of("nextReviewDue", due));
        assertThat(Json.texts(approved, "allowed")).contains("publish", "schedule");
        Api.given().get("/v1/glossary/life-of-a-term").then().statusCode(404);

        // A publisher publishes. Readers see it, with who reviewed it.
        publisher.does(document, "publish");
        Api.given()
                .get("/v1/glossary/life-of-a-term")
                .then()
                .statusCode(200)
                .body("data.id", equalTo(draft.path("id").asText()))
                .body("data.review.status", equalTo("current"))
                .body("data.review.reviewedBy.name", equalTo("Test Reviewer"))
                .body("data.review.reviewedBy.credentials", equalTo("MD (test)"))
                .body("data.review.lastReviewed", equalTo(today.toString()))
                .body("data.review.nextReviewDue", equalTo(due));

        // A change after the approval needs a new one; until then readers see what was approved.
        writer.changes(document, Map.of("slug", "life-of-this-term", "content", Map.of("term", "Life of this term")));
        publisher
                .step(document, "publish", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("impossible-step"))
                .body("allowed", hasItems("edit", "submit", "withdraw"));
        Api.given().get("/v1/glossary/life-of-a-term").then().statusCode(200).body("data.version", equalTo(1));

        // Published with a correction under its new name: the old one leads there, and readers are told.
        writer.does(document, "submit");
        reviewer.does(document, "approve");
        publisher
                .step(
                        document,
                        "publish",
                        Map.of(
                                "correction",
                                Map.of("severity", "minor", "wasWrong", "It cures.", "isRight", "It is a miracle.")))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/correction/isRight"))
                .body("errors.detail", contains(containsString("Praise is not information")));
        publisher.does(
                document,
                "publish",
                Map.of(
                        "correction",
                        Map.of("severity", "minor", "wasWrong", "The name was.", "isRight", "It is this term.")));
        Api.given()
                .redirects()
                .follow(false)
                .get("/v1/glossary/life-of-a-term")
                .then()
                .statusCode(301)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/glossary/life-of-this-term"));
        Api.given()
                .get("/v1/glossary/life-of-this-term")
                .then()
                .statusCode(200)
                .body("data.version", equalTo(2))
                .body("data.errata.severity", contains("minor"))
                .body("data.errata.isRight", contains("It is this term."));
        Api.given()
                .accept("text/html")
                .get("/glossary/life-of-this-term")
                .then()
                .statusCode(200)
                .body(containsString("Was wrong: The name was. Is right: It is this term."));

        // What differs between the versions, for programs and for people.
        var diff = Editors.made(writer.get("/" + document + "/diff?from=2&to=3"), 200);
        assertThat(Json.texts(diff, "patch.path")).containsExactlyInAnyOrder("/slug", "/term");
        assertThat(Json.texts(diff, "differences.pointer")).containsExactly("/slug", "/term");

        // The old version comes back as a draft.
        var restored = writer.step(document, "versions/2/restore", null);
        restored.then().statusCode(200).body("version.content.term", equalTo("Life of a term"));
        assertThat(restored.jsonPath().getInt("revision")).isEqualTo(4);

        // Withdrawn with a reason and what takes its place: gone, and readers are told why.
        publisher.does(
                document, "withdraw", Map.of("reason", "It was but a test.", "successor", "glossary/esketamine"));
        Api.given()
                .get("/v1/glossary/life-of-this-term")
                .then()
                .statusCode(410)
                .body("reason", equalTo("It was but a test."))
                .body("successor", equalTo("glossary/esketamine"));

        // Who did all that.
        var trail = Editors.made(
                editors.bootstrap().get("/audit?subject=" + draft.path("id").asText()), 200);
        assertThat(Json.texts(trail, "data.action"))
                .containsExactly(
                        "withdraw",
                        "edit",
                        "publish",
                        "approve",
                        "submit",
                        "edit",
                        "publish",
                        "approve",
                        "submit",
                        "edit",
                        "reject",
                        "submit",
                        "create");
        editors.bootstrap()
                .get("/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("brokenAt", nullValue());
    }
}
