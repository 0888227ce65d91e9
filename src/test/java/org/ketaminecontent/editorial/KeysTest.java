package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Editors.Editor;

/** Keys from the day they are made to the day they end. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class KeysTest {

    @Inject
    Editors editors;

    @Inject
    EntityManager entityManager;

    @Test
    void a_key_is_told_once_and_only_its_digest_is_kept() {
        var made = made(Map.of("name", "A tool", "scopes", List.of("read")));
        var text = made.path("key").asText();
        assertThat(text).matches("kc_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
        var secret = text.substring(text.lastIndexOf('_') + 1);

        editors.admin().get("/keys").then().statusCode(200).body("data.key", everyItem(nullValue()));
        var id = made.path("id").asText();
        var row = (Object[]) QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select digest, name from api_key where id = :id", Object[].class)
                        .setParameter("id", id)
                        .getSingleResult());
        assertThat((String) row[0]).hasSize(64).doesNotContain(secret);
    }

    @Test
    void its_last_day_of_use_is_known() {
        var made = made(Map.of("name", "A tool", "scopes", List.of("read")));
        assertThat(made.has("lastUsedOn")).isFalse();

        assertThat(status(made)).isEqualTo(200);

        var now = Editors.made(editors.admin().get("/keys/" + made.path("id").asText()), 200);
        assertThat(now.path("lastUsedOn").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    }

    @Test
    void a_key_that_is_rotated_goes_on_for_a_while() {
        var old = made(Map.of("name", "Rotated", "scopes", List.of("read", "write")));

        var fresh = Editors.made(
                holder(old).post("/keys/" + old.path("id").asText() + "/rotate", Map.of("overlapHours", 1)), 201);

        assertThat(status(old)).isEqualTo(200);
        assertThat(status(fresh)).isEqualTo(200);
        assertThat(fresh.path("scopes")).isEqualTo(old.path("scopes"));
        var shown = Editors.made(editors.admin().get("/keys/" + old.path("id").asText()), 200);
        assertThat(shown.path("replacedBy").asText()).isEqualTo(fresh.path("id").asText());
        assertThat(Instant.parse(shown.path("expiresAt").asText()))
                .isBetween(Instant.now(), Instant.now().plusSeconds(3600));
        Editors.made(
                holder(fresh).post("/keys/" + fresh.path("id").asText() + "/rotate", Map.of("overlapHours", 0)), 201);
        assertThat(status(fresh)).isEqualTo(401);
    }

    @Test
    void a_key_that_is_revoked_or_over_is_none() {
        var revoked = made(Map.of("name", "Revoked", "scopes", List.of("read")));
        editors.bootstrap()
                .request()
                .post("/editorial/v1/keys/" + revoked.path("id").asText() + "/revoke")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));
        assertThat(status(revoked)).isEqualTo(401);

        var brief = made(Map.of(
                "name",
                "Brief",
                "scopes",
                List.of("read"),
                "expiresAt",
                Instant.now().plusSeconds(60).toString()));
        assertThat(status(brief)).isEqualTo(200);
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createQuery("update ApiKey set expiresAt = ?1 where id = ?2")
                        .setParameter(1, Instant.now())
                        .setParameter(2, brief.path("id").asText())
                        .executeUpdate());
        assertThat(status(brief)).isEqualTo(401);
    }

    @Test
    void a_key_that_is_not_copied_whole_is_none_on_public_addresses_too() {
        var text = made(Map.of("name", "Copied", "scopes", List.of("read")))
                .path("key")
                .asText();

        for (var wrong : List.of(
                text.substring(0, text.length() - 1),
                text.substring(0, text.length() - 7) + "x" + text.substring(text.length() - 6),
                text.toUpperCase(),
                "kc_",
                "Basic abc")) {
            for (var path : List.of("/v1/topics", "/v1/topics/history", "/editorial/v1/me")) {
                Api.given()
                        .header("Authorization", "Bearer " + wrong)
                        .get(path)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", "Bearer")
                        .body("code", equalTo("unauthenticated"));
            }
        }
        Api.given()
                .header("Authorization", "Bearer " + text)
                .get("/v1/topics")
                .then()
                .statusCode(200);
    }

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

    private static int status(JsonNode key) {
        return holder(key).get("/me").statusCode();
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

    @Test
    void a_preview_ends_with_the_key_that_made_it() {
        var slug = Editors.slug();
        editors.publish("glossary", slug, Editors.term(slug));
        var key = made(Map.of("name", "Shows", "scopes", List.of("read")));
        var preview = Editors.made(holder(key).post("/glossary/" + slug + "/preview", Map.of()), 201);
        var address =
                "/v1/glossary/" + slug + "?preview=" + preview.path("token").asText();
        Api.given().get(address).then().statusCode(200);

        editors.admin().post("/keys/" + key.path("id").asText() + "/revoke", Map.of());

        Api.given().get(address).then().statusCode(403).body("code", equalTo("invalid-preview"));
    }
}
