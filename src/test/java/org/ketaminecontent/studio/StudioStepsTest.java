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
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Schedules, corrections and releases are made on the pages of the studio as they are by the API. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class StudioStepsTest {

    @Inject
    Editors editors;

    private Map<String, String> publisher;
    private String document;

    @BeforeEach
    void a_draft_is_approved() {
        publisher = given().formParam("key", editors.publisher().key())
                .post("/studio/sign-in")
                .cookies();
        document = draft();
        approve(document);
    }

    private static RequestSpecification given() {
        return RestAssured.given()
                .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                .config(RestAssuredConfig.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false)));
    }

    private String draft() {
        var slug = Editors.slug();
        return "glossary/"
                + editors.writer()
                        .create("glossary", slug, Editors.term(slug))
                        .path("id")
                        .asText();
    }

    private void approve(String name) {
        editors.writer().does(name, "submit");
        editors.reviewer().does(name, "approve");
    }

    private JsonNode now() {
        return editors.writer().read(document);
    }

    private Response press(String step, Map<String, String> fields) {
        return press("", step, fields);
    }

    private Response press(String page, String step, Map<String, String> fields) {
        return given().cookies(publisher)
                .formParams(fields)
                .formParam("etag", now().path("etag").asText())
                .formParam("step", step)
                .post("/studio/" + document + page);
    }

    private String page() {
        return given().cookies(publisher).get("/studio/" + document).asString();
    }

    @Test
    void a_publication_is_scheduled_and_cancelled() {
        var answer = press("schedule", Map.of("publishAt", "2099-01-31T09:00"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(now().path("publishAt").asText()).isEqualTo("2099-01-31T09:00:00Z");
        assertThat(page()).contains("It will be published on 31 Jan 2099, 09:00 UTC.", "Cancel the schedule");

        press("unschedule", Map.of());
        assertThat(now().path("state").asText()).isEqualTo("approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2020-01-31T09:00", "2099-13-31T09:00"})
    void a_time_that_is_none_is_told_beside_its_field(String time) {
        var answer = press("schedule", Map.of("publishAt", time));

        assertThat(answer.statusCode()).isBetween(400, 422);
        assertThat(answer.asString()).contains("publish-at-wrong", "must be");
        assertThat(now().path("state").asText()).isEqualTo("approved");
    }

    @Test
    void a_withdrawal_is_scheduled_with_its_reason() {
        editors.publisher().does(document, "publish");

        var refused = press("/withdraw", "schedule", Map.of("withdrawAt", "2099-01-31T09:00"));
        assertThat(refused.asString()).contains("reason-wrong", "2099-01-31T09:00");

        var answer = press("/withdraw", "schedule", Map.of("withdrawAt", "2099-01-31T09:00", "reason", "It ends."));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(now().path("withdrawAt").asText()).isEqualTo("2099-01-31T09:00:00Z");
        assertThat(page()).contains("It will be withdrawn on 31 Jan 2099, 09:00 UTC.");
    }

    @Test
    void a_publication_says_what_it_corrects() {
        editors.publisher().does(document, "publish");
        editors.writer().changes(document, Map.of("content", Map.of("body", "A word that a test puts right later.")));
        approve(document);
        assertThat(page()).contains("corrects a mistake");

        var half = press("publish", Map.of("severity", "material", "wasWrong", "It was <said> to be blue."));
        assertThat(half.statusCode()).isBetween(400, 422);
        assertThat(half.asString())
                .contains("is-right-wrong", "It was &lt;said&gt; to be blue.", "<details class=\"field\" open>");

        var whole = press(
                "publish",
                Map.of("severity", "material", "wasWrong", "It was said to be blue.", "isRight", "It is green."));
        assertThat(whole.statusCode()).isEqualTo(303);
        var slug = now().path("slug").asText();
        assertThat(Api.read("/v1/glossary/" + slug).toString())
                .contains("It was said to be blue.", "It is green.", "material");
    }

    @Test
    void several_documents_are_published_and_withdrawn_together() {
        editors.publisher().does(document, "publish");
        var first = draft();
        var second = draft();
        approve(first);
        approve(second);
        var slug = now().path("slug").asText();
        var shown = given().cookies(publisher).get("/studio/release?withdraw=glossary/" + slug);
        assertThat(shown.asString()).contains(first, second, "name=\"withdraw\" value=\"" + document + "\"");

        var form = new HashMap<String, Object>();
        form.put("publish", List.of(first, second));
        form.put("withdraw", document);
        for (var each : List.of(first, second, document)) {
            form.put("etag:" + each, editors.writer().read(each).path("etag").asText());
        }
        form.put("title", "A release of the studio");
        var refused = release(form);
        assertThat(refused.statusCode()).isBetween(400, 422);
        assertThat(refused.asString()).contains("Why it is withdrawn: must be", "A release of the studio");
        assertThat(editors.writer().read(first).path("state").asText()).isEqualTo("approved");

        form.put("reason:" + document, "The others say it.");
        assertThat(release(form).statusCode()).isEqualTo(303);
        assertThat(editors.writer().read(first).path("state").asText()).isEqualTo("published");
        assertThat(editors.writer().read(second).path("state").asText()).isEqualTo("published");
        assertThat(now().path("state").asText()).isEqualTo("withdrawn");
    }

    private Response release(Map<String, Object> form) {
        return given().cookies(publisher)
                .formParams(form)
                .formParam("step", "release")
                .post("/studio/release");
    }

    @Test
    void a_document_that_is_not_published_cannot_be_added_to_a_release() {
        var answer = given().cookies(publisher).get("/studio/release?withdraw=topics/there-is-none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.asString()).contains("There is no", "Do all of this now");
    }

    @Test
    void a_writer_sees_no_release() {
        var writer = given().formParam("key", editors.writer().key())
                .post("/studio/sign-in")
                .cookies();

        assertThat(given().cookies(writer).get("/studio/release").statusCode()).isEqualTo(403);
    }
}
