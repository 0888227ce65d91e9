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

        int place = text.length() - 7;
        char other = text.charAt(place) == 'x' ? 'y' : 'x';

        for (var wrong : List.of(
                text.substring(0, text.length() - 1),
                text.substring(0, place) + other + text.substring(place + 1),
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

    private JsonNode made(Map<String, ?> wanted) {
        return Editors.made(editors.bootstrap().post("/keys", wanted), 201);
    }

    private static int status(JsonNode key) {
        return holder(key).get("/me").statusCode();
    }

    private static Editor holder(JsonNode key) {
        return new Editor(key.path("key").asText());
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
