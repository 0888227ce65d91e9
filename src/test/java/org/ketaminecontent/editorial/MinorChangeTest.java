package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** A signature stays under what was signed, and under nothing else. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class MinorChangeTest {

    private static final String BODY = "The time between two treatments in a study, which has to be long enuogh for the"
            + " first to wear off in the body of whoever takes part, so that the results of the other can be told apart"
            + " from those that were seen with it.";

    @Inject
    Editors editors;

    private String slug;
    private String document;

    @BeforeEach
    void a_text_is_signed() {
        slug = slug();
        document = "glossary/"
                + editors.publish("glossary", slug, term(slug).put("body", BODY))
                        .path("id")
                        .asText();
    }

    private Response minor(Map<String, ?> content) {
        return editors.writer()
                .patch(
                        document,
                        Map.of("minor", true, "content", content),
                        editors.writer().read(document).path("etag").asText());
    }

    @Test
    void a_misspelling_is_put_right_under_the_same_signature() {
        var reviewed = Api.read("/v1/glossary/" + slug).at("/data/review");

        minor(Map.of("body", BODY.replace("enuogh", "enough"))).then().statusCode(200);
        editors.publish(document);

        var live = Api.read("/v1/glossary/" + slug).path("data");
        assertThat(live.path("review")).isEqualTo(reviewed);
        assertThat(live.toString()).contains("long enough");
    }

    @Test
    void every_sentence_cannot_be_replaced() {
        minor(Map.of("body", "Wash-out is nothing to think of: whoever feels well goes on with whatever helps."))
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-content"))
                .body("errors.pointer", hasItem("/content/body"));
        editors.writer()
                .patch(
                        document,
                        Map.of("minor", true, "slug", slug()),
                        editors.writer().read(document).path("etag").asText())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/slug"));
    }

    @Test
    void many_small_changes_do_not_add_up_to_a_large_one() {
        var body = BODY;
        for (var word : List.of("treatments", "wear", "body", "part", "results")) {
            body = body.replace(word, word + "x");
            var answer = minor(Map.of("body", body));
            if (answer.statusCode() == 422) {
                return;
            }
            editors.publish(document);
        }
        throw new AssertionError("five words of one section were changed under one signature, one after the other");
    }

    @Test
    void a_large_change_before_a_small_one_counts() {
        editors.writer()
                .changes(
                        document,
                        Map.of("content", Map.of("body", "All of it is new, and nobody has signed it so far.")));

        minor(Map.of("body", "All of it is new, and nobody has signd it so far."))
                .then()
                .statusCode(422);
    }

    @Test
    void what_nobody_reads_yet_has_no_signature_to_keep() {
        var fresh = slug();

        editors.writer()
                .post("/glossary", Map.of("slug", fresh, "content", term(fresh), "minor", true))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/minor"));
    }
}
