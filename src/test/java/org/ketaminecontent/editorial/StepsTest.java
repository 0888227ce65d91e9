package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Editors.Editor;
import org.ketaminecontent.testing.Json;

/** Which steps lead on from where, and what stands in the way. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class StepsTest {

    private static final List<String> STATES =
            List.of("draft", "in-review", "approved", "scheduled", "published", "withdrawn");

    private static final Map<String, Object> BODIES = Map.of(
            "reject", Map.of("reason", "For the test."),
            "withdraw", Map.of("reason", "For the test."),
            "schedule", Map.of("publishAt", "2099-01-01T00:00:00Z"));

    /** What is possible; everything else is not. */
    private static final Map<String, List<String>> POSSIBLE = Map.of(
            "draft", List.of("submit"),
            "in-review", List.of("approve", "reject"),
            "approved", List.of("reject", "publish", "schedule"),
            "scheduled", List.of("publish", "unschedule"),
            "published", List.of("submit", "withdraw"),
            "withdrawn", List.of());

    @Inject
    Editors editors;

    private static List<String> from(String state) {
        return POSSIBLE.getOrDefault(state, List.of());
    }

    static Stream<Arguments> impossible() {
        var steps = List.of("submit", "approve", "reject", "publish", "schedule", "unschedule", "withdraw");
        return STATES.stream()
                .flatMap(state -> steps.stream()
                        .filter(step -> !from(state).contains(step))
                        .map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void a_step_that_does_not_begin_here_is_refused_and_changes_nothing(String state, String step) {
        var document = documentIn(state);
        var before = editors.writer().read(document);

        holder(step)
                .step(document, step, BODIES.get(step))
                .then()
                .statusCode(409)
                .body("code", equalTo("impossible-step"))
                .body("state", equalTo(state))
                // What is live can be scheduled to go.
                .body("allowed", step.equals("schedule") ? notNullValue() : not(hasItem(step)));

        assertThat(editors.writer().read(document)).isEqualTo(before);
    }

    static Stream<Arguments> possible() {
        return STATES.stream().flatMap(state -> from(state).stream().map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("possible")
    void a_step_that_begins_here_is_named_and_taken(String state, String step) {
        var document = documentIn(state);
        assertThat(Json.texts(editors.writer().read(document), "allowed")).contains(step);

        holder(step).does(document, step, BODIES.get(step));
    }

    private Editor holder(String step) {
        return switch (step) {
            case "submit" -> editors.writer();
            case "approve", "reject" -> editors.reviewer();
            default -> editors.publisher();
        };
    }

    /** A new document that is there. */
    private String documentIn(String state) {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
        for (var step : road(state)) {
            holder(step).does(document, step, BODIES.get(step));
        }
        return document;
    }

    private static List<String> road(String state) {
        return switch (state) {
            case "draft" -> List.of();
            case "in-review" -> List.of("submit");
            case "approved" -> List.of("submit", "approve");
            case "scheduled" -> List.of("submit", "approve", "schedule");
            case "published" -> List.of("submit", "approve", "publish");
            default -> List.of("submit", "approve", "publish", "withdraw");
        };
    }

    @Test
    void nobody_approves_what_they_wrote() {
        var both = editors.reviewer("Writes and reviews");
        var name = slug();
        // A key of two hands: the bootstrap key makes one that both writes and signs.
        var hands = Editors.made(
                editors.bootstrap()
                        .post(
                                "/keys",
                                Map.of(
                                        "name",
                                        "both",
                                        "scopes",
                                        List.of("read", "write", "review"),
                                        "reviewerName",
                                        "Both",
                                        "credentials",
                                        "MD (test)")),
                201);
        var writer = new Editor(hands.path("key").asText());
        var document = "glossary/"
                + writer.create("glossary", name, term(name)).path("id").asText();
        writer.does(document, "submit");

        writer.step(document, "approve", null).then().statusCode(403).body("code", equalTo("own-work"));

        // Nor does it help that somebody else writes the last word.
        editors.writer().changes(document, Map.of("note", "One word more."));
        editors.writer().does(document, "submit");
        writer.step(document, "approve", null).then().statusCode(403).body("code", equalTo("own-work"));
        both.does(document, "approve");
    }

    @Test
    void nobody_approves_what_a_key_of_theirs_wrote() {
        var person = Editors.made(
                editors.bootstrap()
                        .post(
                                "/keys",
                                Map.of(
                                        "name",
                                        "person",
                                        "scopes",
                                        List.of("read", "write", "review", "admin"),
                                        "reviewerName",
                                        "Person",
                                        "credentials",
                                        "MD (test)")),
                201);
        var reviewer = new Editor(person.path("key").asText());
        var second =
                Editors.made(reviewer.post("/keys", Map.of("name", "second", "scopes", List.of("read", "write"))), 201);
        var name = slug();
        var writer = new Editor(second.path("key").asText());
        var document = "glossary/"
                + writer.create("glossary", name, term(name)).path("id").asText();
        writer.does(document, "submit");

        reviewer.step(document, "approve", null).then().statusCode(403).body("code", equalTo("own-work"));
    }

    @Test
    void a_reviewer_without_a_name_cannot_sign() {
        var nameless = Editors.made(
                editors.bootstrap().post("/keys", Map.of("name", "nameless", "scopes", List.of("read", "review"))),
                201);
        var document = documentIn("in-review");

        new Editor(nameless.path("key").asText())
                .step(document, "approve", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-right"));
    }

    @Test
    void a_minor_change_keeps_the_review_and_any_other_needs_a_new_one() {
        var slug = slug();
        var document = "glossary/"
                + editors.publish("glossary", slug, term(slug)).path("id").asText();
        var due = Api.read("/v1/glossary/" + slug)
                .at("/data/review/nextReviewDue")
                .asText();

        editors.writer().changes(document, Map.of("minor", true, "content", Map.of("synonyms", List.of("misspelt"))));
        editors.publish(document);

        var after = Api.read("/v1/glossary/" + slug);
        assertThat(after.at("/data/review/nextReviewDue").asText()).isEqualTo(due);
        assertThat(after.at("/data/version").asInt()).isEqualTo(2);
    }

    @Test
    void reviews_that_fall_due_are_listed() {
        var slug = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
        editors.writer().does(document, "submit");
        var soon = LocalDate.now(ZoneOffset.UTC).plusDays(10).toString();
        editors.reviewer().does(document, "approve", Map.of("nextReviewDue", soon));
        editors.publisher().does(document, "publish");

        editors.writer()
                .get("/reviews?status=due-soon")
                .then()
                .statusCode(200)
                .body("data.document.slug", hasItem(slug))
                .body("data.status", not(hasItem("overdue")));
        assertThat(Api.read("/v1/glossary/" + slug).at("/data/review/status").asText())
                .isEqualTo("due-soon");
        editors.writer()
                .get("/glossary?reviewDueBefore="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(11))
                .then()
                .body("data.slug", hasItem(slug));
        editors.writer().get("/glossary?reviewDueBefore=" + soon).then().body("data.slug", not(hasItem(slug)));
    }

    @Test
    void drafts_are_listed_by_state_and_author() {
        var document = documentIn("in-review");
        var slug = editors.writer().read(document).path("slug").asText();
        var author = editors.writer().read(document).at("/version/writtenBy/id").asText();

        var list = editors.writer().get("/glossary?state=in-review&author=" + author + "&limit=100");

        list.then().statusCode(200).body("data.slug", hasItem(slug)).body("data.etag", hasItem(notNullValue()));
        assertThat(list.jsonPath().getList("data.state")).containsOnly("in-review");
        var pages = new ArrayList<String>();
        var next = "/glossary?limit=100";
        while (next != null) {
            var page = Editors.made(editors.writer().get(next), 200);
            pages.addAll(Json.texts(page, "data.id"));
            var cursor = page.at("/page/nextCursor");
            next = cursor.isMissingNode() ? null : "/glossary?limit=100&cursor=" + cursor.asText();
        }
        assertThat(pages).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void a_draft_is_held_against_every_rule_without_being_kept() {
        var content = term("Sure");
        content.put("body", "A miracle cure.\n\nSee [[glossary/there-is-none|nothing]].");

        var findings = Editors.made(
                editors.writer().post("/glossary/validate", Map.of("slug", slug(), "content", content)), 200);

        assertThat(findings.path("valid").asBoolean()).isFalse();
        assertThat(Json.texts(findings, "findings.pointer")).contains("/content/body");
        assertThat(Json.texts(findings, "findings.line")).contains("3");
    }

    @Test
    void a_draft_is_held_against_the_rules_of_the_pack_which_say_what_to_write_instead() {
        var british = checked("A programme in which a word means what it says.");
        var plain = checked("A word that comes with its limits. Still, it comes at a price.");

        assertThat(british.path("valid").asBoolean()).isFalse();
        assertThat(british.at("/findings/0/level").asText()).isEqualTo("error");
        assertThat(british.at("/findings/0/message").asText()).contains("\"programme\"", "write \"program\"");
        assertThat(plain.path("valid").asBoolean()).isTrue();
        assertThat(plain.at("/findings/0/level").asText()).isEqualTo("warning");
        assertThat(plain.at("/findings/0/message").asText()).contains("plain-words");
    }

    private JsonNode checked(String body) {
        var content = term("Sure");
        content.put("body", body);
        return Editors.made(
                editors.writer().post("/glossary/validate", Map.of("slug", slug(), "content", content)), 200);
    }
}
