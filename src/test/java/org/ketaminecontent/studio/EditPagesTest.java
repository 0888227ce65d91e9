package org.ketaminecontent.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Nothing that stands on the screen of the studio is lost, and nothing of anybody else's is. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class EditPagesTest {

    private static final String FRESH =
            "A word that stands here so that a test can write it, change it and look for it again.";

    @Inject
    Editors editors;

    private Map<String, String> writer;
    private String document;

    @BeforeEach
    void somebody_writes_a_draft() {
        writer = signedIn(editors.writer());
        var slug = Editors.slug();
        document = "glossary/"
                + editors.writer()
                        .create("glossary", slug, Editors.term(slug))
                        .path("id")
                        .asText();
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    private static Map<String, String> signedIn(Editors.Editor editor) {
        return given().formParam("key", editor.key()).post("/studio/sign-in").cookies();
    }

    private JsonNode now() {
        return editors.writer().read(document);
    }

    private String body() {
        return now().path("version").path("content").path("body").asText();
    }

    /** What a browser sends from the page as it is now, with another body. */
    private Map<String, String> screen(String body) {
        var now = now();
        var form = new HashMap<String, String>();
        form.put("etag", now.path("etag").asText());
        form.put("revision", now.path("revision").asText());
        form.put("slug", now.path("slug").asText());
        now.path("version").path("content").properties().stream()
                .filter(each -> each.getValue().isTextual())
                .forEach(each ->
                        form.put("content." + each.getKey(), each.getValue().asText()));
        form.put("content.body", body);
        return form;
    }

    private Response press(String step, Map<String, String> form) {
        return press(step, form, writer);
    }

    private Response press(String step, Map<String, String> form, Map<String, String> cookies) {
        return given().cookies(cookies).formParams(form).formParam("step", step).post("/studio/" + document);
    }

    private void somebodyElseWrites(String body) {
        editors.writer().changes(document, Map.of("content", Map.of("body", body)));
    }

    @Test
    void submitting_sends_on_what_is_on_the_screen() {
        var answer = press("submit", screen(FRESH));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("?done=Saved-and-done");
        assertThat(now().path("state").asText()).isEqualTo("in-review");
        assertThat(body()).isEqualTo(FRESH);
    }

    @Test
    void what_was_not_changed_is_not_saved_again() {
        press("submit", screen(body()));

        assertThat(now().path("state").asText()).isEqualTo("in-review");
        assertThat(now().path("revision").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"preview", "restore-1"})
    void steps_that_go_elsewhere_save_first(String step) {
        var answer = press(step, screen(FRESH));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(editors.writer()
                        .get("/" + document + "/versions/2")
                        .jsonPath()
                        .getString("content.body"))
                .isEqualTo(FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "withdraw", "reject", "approve", "unschedule"})
    void steps_for_what_is_saved_ask_before_text_is_lost(String step) {
        var everything = signedIn(editors.withScopes("read", "write", "publish"));
        var answer = press(step, screen(FRESH), everything);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.asString()).contains(FRESH, "would be lost", "name=\"discard\" value=\"" + step + "\"");
        assertThat(now().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_review_is_not_ended_by_a_look() {
        editors.writer().does(document, "submit");

        assertThat(press("preview", screen(FRESH)).statusCode()).isEqualTo(409);
        assertThat(now().path("state").asText()).isEqualTo("in-review");

        var form = screen(FRESH);
        form.put("discard", "preview");
        assertThat(press("", form).header("Location")).contains("?preview=");
    }

    @Test
    void a_step_that_fails_says_that_the_text_is_saved() {
        var wrong = FRESH + " It is a miracle cure for everybody.";
        var answer = press("submit", screen(wrong));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("saved as version 2", "miracle");
        assertThat(body()).isEqualTo(wrong);
        assertThat(now().path("state").asText()).isEqualTo("draft");
    }

    @Test
    void saving_again_after_a_conflict_overwrites_nothing() {
        var form = screen(FRESH);
        somebodyElseWrites("The words of somebody else, who was quicker to save them than anybody could be.");
        var theirs = body();

        for (int i = 0; i < 2; i++) {
            var answer = press("save", form);
            assertThat(answer.statusCode()).isEqualTo(412);
            assertThat(answer.asString()).contains(FRESH, theirs, "Only in what you wrote", "value=\"overwrite\"");
            assertThat(answer.asString())
                    .contains("name=\"etag\" value=\""
                            + form.getOrDefault("etag", "").replace("\"", "&quot;"));
        }
        assertThat(body()).isEqualTo(theirs);
    }

    @Test
    void overwriting_is_a_choice_that_holds_for_what_was_seen() {
        var form = screen(FRESH);
        somebodyElseWrites("The words of somebody else, who was quicker to save them than anybody could be.");
        form.put("theirs", now().path("etag").asText());
        var late = new HashMap<>(form);

        assertThat(press("overwrite", form).statusCode()).isEqualTo(303);
        assertThat(body()).isEqualTo(FRESH);

        late.put("content.body", FRESH + " And once more.");
        assertThat(press("overwrite", late).statusCode()).isEqualTo(412);
        assertThat(body()).isEqualTo(FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "check"})
    void a_page_of_findings_does_not_hide_a_conflict(String step) {
        var form = screen(FRESH);
        form.put("content.confirmation", "nonsense");
        somebodyElseWrites("The words of somebody else, who was quicker to save them than anybody could be.");

        assertThat(press(step, form).asString())
                .contains(
                        "name=\"etag\" value=\"" + form.getOrDefault("etag", "").replace("\"", "&quot;"))
                .contains(FRESH);
    }

    @Test
    void a_field_that_cannot_be_read_costs_no_other() {
        var form = screen(FRESH);
        form.put("content.term", "Kept");
        form.put("content.formerSlugs", "kept-too");
        form.put("slug", "Not A Name");
        var answer = press("save", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains(FRESH, "value=\"Kept\"", "kept-too", "value=\"Not A Name\"");
    }

    @Test
    void yaml_that_cannot_be_read_is_kept_as_it_was_written() {
        var answer = given().cookies(writer)
                .formParam("slug", Editors.slug())
                .formParam("content.title", "Kept")
                .formParam("content.keyFacts", "- statement: [never closed")
                .formParam("step", "save")
                .post("/studio/topics/new");

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.asString()).contains("value=\"Kept\"", "- statement: [never closed", "data-unsaved");
    }

    @Test
    void a_button_that_is_pressed_twice_does_it_once() {
        var form = screen(FRESH);
        for (var step : List.of("save", "save", "submit", "submit")) {
            var before = step.equals("submit") && now().path("state").asText().equals("draft");
            form = before ? new HashMap<>(screen(FRESH)) : form;
            assertThat(press(step, form).statusCode()).as(step).isEqualTo(303);
        }
        assertThat(now().path("revision").asInt()).isEqualTo(2);
        assertThat(now().path("state").asText()).isEqualTo("in-review");
    }

    @Test
    void a_new_document_that_is_sent_twice_is_made_once() {
        var slug = Editors.slug();
        var locations = List.of(1, 2).stream()
                .map(time -> given().cookies(writer)
                        .formParam("slug", slug)
                        .formParam("content.term", "Twice")
                        .formParam("content.body", FRESH)
                        .formParam("step", "save")
                        .post("/studio/glossary/new"))
                .map(answer -> answer.header("Location"))
                .toList();

        assertThat(locations.get(0)).isNotNull().isEqualTo(locations.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"save", "submit"})
    void a_session_that_has_ended_costs_no_text(String step) {
        var answer = press(step, screen(FRESH), Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString())
                .contains(FRESH, "name=\"content.body\"", "name=\"step\" value=\"" + step + "\"", "target=\"_blank\"");
        assertThat(now().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_document_that_is_renamed_is_found_again() {
        var form = screen(FRESH);
        form.put("slug", Editors.slug());
        var answer = given().cookies(writer)
                .formParams(form)
                .formParam("step", "save")
                .post("/studio/glossary/" + now().path("slug").asText());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(given().cookies(writer).get(answer.header("Location")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void withdrawing_takes_a_second_step_and_readers_are_told_why() {
        editors.publish(document);
        var slug = now().path("slug").asText();
        var publisher = signedIn(editors.publisher());
        var first = press("withdraw", Map.of("etag", now().path("etag").asText(), "reason", "Too early."), publisher);

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(RestAssured.get("/v1/glossary/" + slug).statusCode()).isEqualTo(200);
        var second = given().cookies(publisher).get(first.header("Location"));
        assertThat(second.asString()).contains("/glossary/" + slug, "What vanishes", "What points to it", "required");

        var refused = withdraw(publisher, "", "topics/history");
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.asString()).contains("topics/history", "reason-wrong");

        assertThat(withdraw(publisher, "It <said> too much.", "topics/history").statusCode())
                .isEqualTo(303);
        var page = RestAssured.given().header("Accept", "text/html").get("/glossary/" + slug);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.asString())
                .contains("It &lt;said&gt; too much.", "/topics/history\">A short history of ketamine</a>");
        var problem = RestAssured.get("/v1/glossary/" + slug).jsonPath();
        assertThat(problem.getString("reason")).isEqualTo("It <said> too much.");
        assertThat(problem.getString("successor")).isEqualTo("topics/history");
        assertThat(problem.getString("successorTitle")).isEqualTo("A short history of ketamine");
    }

    @Test
    void what_points_to_a_document_is_named_before_it_is_withdrawn() {
        var publisher = signedIn(editors.publisher());
        var answer = given().cookies(publisher).get("/studio/references/domino-2010/withdraw");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .contains("cannot be withdrawn while these point to it", "topics/history")
                .doesNotContain("Withdraw it now");
    }

    private Response withdraw(Map<String, String> cookies, String reason, String successor) {
        return given().cookies(cookies)
                .formParam("etag", now().path("etag").asText())
                .formParam("reason", reason)
                .formParam("successor", successor)
                .post("/studio/" + document + "/withdraw");
    }
}
