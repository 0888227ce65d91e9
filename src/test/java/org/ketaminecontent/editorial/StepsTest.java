package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
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
}
