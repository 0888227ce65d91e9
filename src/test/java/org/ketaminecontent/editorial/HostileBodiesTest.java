package org.ketaminecontent.editorial;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** Hostile requests of editors are answered soon, and never with a failure of the server. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileBodiesTest {

    @Inject
    Editors editors;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "side-effects {\"frequency\":{}}",
                "side-effects {\"frequency\":{\"figures\":[{}]}}",
                "side-effects {\"frequency\":{\"band\":\"common\",\"figures\":[{}]}}",
                "side-effects {\"frequency\":null}",
                "conditions {\"evidence\":{}}",
                "conditions {\"evidence\":{\"statements\":[{}]},\"regulatoryStatus\":[{}],\"codes\":[{}]}",
                "topics {\"keyFacts\":[{}]}",
                "faqs {\"corrects\":[{}],\"shortAnswer\":\"\"}",
                "references {\"year\":-1,\"url\":\"\"}",
                "crisis-resources {\"languages\":[]}",
                "glossary {\"body\":\"\"}",
                "glossary {}"
            })
    void what_is_missing_is_a_finding(String collection, String content) {
        var draft = "{\"slug\":\"" + slug() + "\",\"content\":" + content + "}";

        var found = Editors.made(editors.writer().post("/" + collection + "/validate", draft), 200);
        // An unfinished draft is answered as it is, without what the description promises of a finished one.
        var made = given().header("Authorization", "Bearer " + editors.writer().key())
                .contentType("application/json")
                .body(draft)
                .post("/editorial/v1/" + collection);

        assertThat(found.path("valid").asBoolean()).isFalse();
        assertThat(made.statusCode()).isEqualTo(201);
        editors.writer()
                .step(collection + "/" + made.jsonPath().getString("id"), "submit", null, made.header("ETag"))
                .then()
                .statusCode(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "side-effects {\"frequency\":{\"figures\":[null]}} /content/frequency/figures/0",
                "side-effects {\"conditions\":[null]} /content/conditions/0",
                "conditions {\"evidence\":{\"statements\":[null]}} /content/evidence/statements/0",
                "conditions {\"codes\":[{},null]} /content/codes/1",
                "topics {\"keyFacts\":[null]} /content/keyFacts/0",
                "references {\"formerSlugs\":[null]} /content/formerSlugs/0",
                "crisis-resources {\"languages\":[\"en\",null]} /content/languages/1",
                "glossary {\"references\":[[]]} /content/references/0",
                "glossary {\"term\":{}} /content/term"
            })
    void what_is_of_another_kind_is_refused_with_its_place(String collection, String content, String pointer) {
        editors.writer()
                .post("/" + collection, "{\"slug\":\"" + slug() + "\",\"content\":" + content + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void of_many_findings_the_first_are_told_and_the_others_counted() {
        var name = slug();
        var content = term(name);
        var references = content.putArray("references");
        for (int i = 0; i < 200; i++) {
            references.add("there-is-no-" + i);
        }

        var found = Editors.made(
                editors.writer().post("/glossary/validate", Map.of("slug", name, "content", content)), 200);

        assertThat(found.path("findings")).hasSize(51);
        assertThat(found.at("/findings/50/message").asText()).isEqualTo("and 150 more findings");
    }

    @Test
    void a_long_list_is_refused_before_it_is_read() {
        editors.writer()
                .post(
                        "/conditions",
                        "{\"slug\":\"a\",\"content\":{\"regulatoryStatus\":[" + "\"x\",".repeat(80_000) + "\"x\"]}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/content/regulatoryStatus"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1806200000000",
                "\"1806200000\"",
                "\"2027-04-01T24:00:00Z\"",
                "\"2027-04-01T12:00:60Z\"",
                "\"+300000-01-01T00:00:00Z\"",
                "\"-300000-01-01T00:00:00Z\"",
                "[2027,4,1]",
                "\"2027-04-01\"",
                "1e400"
            })
    void a_schedule_takes_instants_alone(String time) {
        var document = draft();

        for (var field : new String[] {"publishAt", "withdrawAt"}) {
            editors.publisher()
                    .step(document, "schedule", "{\"reason\":\"x\",\"" + field + "\":" + time + "}")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/" + field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-13-45\"", "\"+300000-01-01\"", "20000", "[2027,1,1]", "\"9999-99-99\""})
    void a_sign_off_takes_days_alone(String day) {
        editors.reviewer()
                .step(draft(), "approve", "{\"nextReviewDue\":" + day + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/nextReviewDue"));
    }

    @Test
    void a_day_that_there_is_not_is_told_on_the_page() {
        var document = draft();
        editors.writer().does(document, "submit");
        var cookie = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("key", editors.reviewer().key())
                .post("/studio/sign-in")
                .cookies();

        given().cookies(cookie)
                .redirects()
                .follow(false)
                .formParam("step", "approve")
                .formParam(
                        "etag", editors.reviewer().read(document).path("etag").asText())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("nextReviewDue", "2026-13-45")
                .post("/studio/" + document)
                .then()
                .statusCode(400);
        assertThat(editors.reviewer().read(document).path("state").asText()).isEqualTo("in-review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "_", "-", "AA", "AAA"})
    void a_token_that_is_none_is_refused(String facts) {
        Api.given()
                .get("/v1/topics?preview=" + facts + "." + "0".repeat(64))
                .then()
                .statusCode(403)
                .body("code", equalTo("invalid-preview"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "0000-01-01", "1969-12-31", "2026-13-45"})
    void a_list_takes_days_that_there_are(String day) {
        Api.given()
                .header("Authorization", "Bearer " + editors.writer().key())
                .get("/editorial/v1/topics?reviewDueBefore=" + day)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud800", "\\udc00\\ud800"})
    void what_cannot_be_kept_is_refused_everywhere(String text) {
        var name = slug();
        editors.writer()
                .post("/glossary", "{\"slug\":\"" + name + "\",\"note\":\"" + text + "\",\"content\":{}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
        editors.writer()
                .post("/glossary", "{\"slug\":\"" + name + "\",\"content\":{\"term\":\"" + text + "\"}}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/content/term"));
    }

    @Test
    void versions_that_share_no_line_are_compared() {
        var name = slug();
        var document = "glossary/"
                + editors.writer()
                        .create("glossary", name, term(name).put("body", "a\n".repeat(10_000)))
                        .path("id")
                        .asText();
        editors.writer().changes(document, Map.of("content", Map.of("body", "b\n".repeat(10_000))));

        var compared = Editors.made(editors.writer().get("/" + document + "/diff?from=1&to=2"), 200);

        assertThat(compared.at("/differences/0/added")).hasSize(10_000);
    }

    @Test
    void versions_come_in_pages() {
        var document = draft();
        var notes = new ArrayList<String>();
        for (int i = 1; i < 5; i++) {
            editors.writer().changes(document, Map.of("note", "note " + i));
            notes.add("note " + i);
        }

        var page = editors.writer().get("/" + document + "/versions?limit=2&before=4");

        page.then().statusCode(200).body("data", hasSize(2));
        assertThat(Json.texts(Json.parse(page.asString()), "data.note")).isEqualTo(List.of(notes.get(1), notes.get(0)));
    }

    private String draft() {
        var name = slug();
        return "glossary/"
                + editors.writer()
                        .create("glossary", name, term(name))
                        .path("id")
                        .asText();
    }
}
