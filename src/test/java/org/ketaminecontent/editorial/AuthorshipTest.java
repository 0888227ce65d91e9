package org.ketaminecontent.editorial;

import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Editors.Editor;

/** Words have the author that they had, however they come back. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class AuthorshipTest {

    private static final String ALICES_WORDS =
            "Alice wrote this sentence about the term, and she would sign it herself if she could.";

    @Inject
    Editors editors;

    private Editor alice;
    private String document;
    private ObjectNode content;

    /** Alice writes revision 2 of a live document; somebody else writes another text over it, which is published. */
    @BeforeEach
    void alice_wrote_a_version_that_never_became_live() {
        alice = new Editor(Editors.made(
                        editors.bootstrap()
                                .post(
                                        "/keys",
                                        Map.of(
                                                "name",
                                                "Alice's key",
                                                "scopes",
                                                List.of("read", "write", "review"),
                                                "reviewerName",
                                                "Alice " + slug(),
                                                "credentials",
                                                "MD (test)")),
                        201)
                .path("key")
                .asText());
        var slug = slug();
        document = "glossary/"
                + editors.publish("glossary", slug, term(slug)).path("id").asText();
        content = term(slug).put("body", ALICES_WORDS + " It is long enough to be told from any other sentence.");
        alice.changes(document, Map.of("content", content));
        editors.writer()
                .changes(
                        document,
                        Map.of(
                                "content",
                                term(slug)
                                        .put(
                                                "body",
                                                "Somebody else's words are all new here, and none of them was ever Alice's.")));
        editors.publish(document);
    }

    private void aliceCannotSign() {
        editors.writer().does(document, "submit");
        alice.step(document, "approve", null).then().statusCode(403).body("code", equalTo("own-work"));
        editors.reviewer().does(document, "approve");
    }

    private JsonNode puts(Object content) {
        var writer = editors.writer();
        var draft = Map.of("slug", writer.read(document).path("slug").asText(), "content", content);
        return Editors.made(
                writer.request()
                        .header("If-Match", writer.read(document).path("etag").asText())
                        .contentType("application/json")
                        .body(draft)
                        .put("/editorial/v1/" + document),
                200);
    }

    @Test
    void who_restores_a_version_does_not_become_its_only_author() {
        editors.writer().does(document, "versions/2/restore");

        aliceCannotSign();
    }

    @Test
    void nor_does_who_sends_the_same_text() {
        puts(content);

        aliceCannotSign();
    }

    @Test
    void nor_does_who_sends_most_of_it() {
        puts(content.deepCopy().put("body", ALICES_WORDS + " This sentence is somebody else's, and so is its point."));

        aliceCannotSign();
    }

    @Test
    void nor_does_who_sends_it_as_a_patch() {
        editors.writer().changes(document, Map.of("content", Map.of("body", ALICES_WORDS)));

        aliceCannotSign();
    }

    @Test
    void nor_does_who_makes_another_document_of_it() {
        var slug = slug();
        document = "glossary/"
                + editors.writer().create("glossary", slug, content).path("id").asText();

        aliceCannotSign();
    }

    @Test
    void nor_does_who_sends_again_what_is_live() {
        alice.changes(document, Map.of("content", content));
        editors.publish(document);
        puts(content);

        aliceCannotSign();
    }

    @Test
    void words_of_others_are_not_hers() {
        editors.writer()
                .changes(
                        document,
                        Map.of(
                                "content",
                                Map.of("body", "Words that nobody wrote here before at all, in any version of it.")));
        editors.writer().does(document, "submit");

        alice.does(document, "approve");
    }
}
