package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Editors.Editor;

/** The people behind keys. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class KeyHoldersTest {

    @Inject
    Editors editors;

    @Test
    void a_key_never_exceeds_its_maker() {
        var admin = editors.admin();

        admin.post("/keys", Map.of("name", "More", "scopes", List.of("read", "review")))
                .then()
                .statusCode(403)
                .body("needed", equalTo("review"));
        admin.post("/keys", Map.of("name", "Signs", "scopes", List.of("read"), "reviewerName", "Somebody"))
                .then()
                .statusCode(403);
        var reviewer = Editors.made(
                editors.bootstrap()
                        .post(
                                "/keys",
                                Map.of(
                                        "name",
                                        "Signs",
                                        "scopes",
                                        List.of("read", "review"),
                                        "reviewerName",
                                        "Test Reviewer",
                                        "credentials",
                                        "MD (test)")),
                201);
        admin.post("/keys/" + reviewer.path("id").asText() + "/rotate", Map.of())
                .then()
                .statusCode(403);
    }

    private JsonNode made(Map<String, ?> wanted) {
        return Editors.made(editors.bootstrap().post("/keys", wanted), 201);
    }

    private static Editor holder(JsonNode key) {
        return new Editor(key.path("key").asText());
    }

    private JsonNode reviewer(String name, String... scopes) {
        return made(
                Map.of("name", "A key", "scopes", List.of(scopes), "reviewerName", name, "credentials", "MD (test)"));
    }

    @Test
    void nobody_rotates_the_key_of_another() {
        var reviewer = reviewer("Dr Rotated", "read", "review");
        var boss = reviewer("Boss", "read", "write", "review", "publish", "admin");
        var path = "/keys/" + reviewer.path("id").asText() + "/rotate";

        for (var other : List.of(editors.bootstrap(), holder(boss), editors.admin(), editors.reviewer())) {
            other.post(path, Map.of()).then().statusCode(403).body("code", equalTo("missing-right"));
        }

        assertThat(Editors.made(holder(reviewer).post(path, Map.of()), 201)
                        .path("reviewerName")
                        .asText())
                .isEqualTo("Dr Rotated");
    }

    @Test
    void a_key_does_not_outlive_its_maker() {
        var ends = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        var maker =
                holder(made(Map.of("name", "Brief", "scopes", List.of("read", "admin"), "expiresAt", ends.toString())));

        var key = Editors.made(maker.post("/keys", Map.of("name", "Longer", "scopes", List.of("read"))), 201);

        assertThat(Instant.parse(key.path("expiresAt").asText())).isEqualTo(ends);
        maker.post(
                        "/keys",
                        Map.of(
                                "name",
                                "Longer",
                                "scopes",
                                List.of("read"),
                                "expiresAt",
                                ends.plusSeconds(1).toString()))
                .then()
                .statusCode(403);
    }

    @Test
    void keys_of_one_name_are_one_person() {
        var writes = reviewer("Dr Two Keys", "read", "write");
        var signs = reviewer("dr. two-keys ", "read", "review");
        assertThat(signs.path("owner")).isEqualTo(writes.path("owner"));
        var document = submitted(holder(writes));

        holder(signs).step(document, "approve", null).then().statusCode(403).body("code", equalTo("own-work"));
        editors.reviewer().does(document, "approve");
    }

    @Test
    void accounts_of_one_name_are_one_person() {
        var writes = made(Map.of("name", "Dr Namesake", "scopes", List.of("read", "write")));
        var document = submitted(holder(writes));

        holder(reviewer("Dr Namesake", "read", "review"))
                .step(document, "approve", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("own-work"));
    }

    @Test
    void what_a_key_of_the_start_wrote_is_not_signed_by_a_key_that_it_made() {
        var document = submitted(editors.bootstrap());

        editors.reviewer()
                .step(document, "approve", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("own-work"));
    }

    private static String submitted(Editor writer) {
        var slug = Editors.slug();
        var document = "glossary/"
                + writer.create("glossary", slug, Editors.term(slug)).path("id").asText();
        writer.does(document, "submit");
        return document;
    }

    @Test
    void the_trail_tells_in_whose_name_a_key_signs_and_which_took_its_place() {
        var key = reviewer("Dr Told", "read", "review");
        var id = key.path("id").asText();
        var fresh = Editors.made(holder(key).post("/keys/" + id + "/rotate", Map.of()), 201);

        var trail = Editors.made(editors.admin().get("/audit?subject=key:" + id), 200);

        assertThat(trail.at("/data/0/action").asText()).isEqualTo("rotate-key");
        assertThat(trail.at("/data/0/detail/replacedBy").asText())
                .isEqualTo(fresh.path("id").asText());
        assertThat(trail.at("/data/1/detail/reviewerName").asText()).isEqualTo("Dr Told");
        assertThat(trail.at("/data/1/detail/owner").asText())
                .isEqualTo(key.path("owner").asText());
    }
}
