package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;

/** Nothing that somebody wrote is lost, and nothing is done twice. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class SafetyOfWorkTest {

    private static final int MANY = 20;

    @Inject
    Editors editors;

    @Inject
    EntityManager entityManager;

    @Test
    void a_change_without_a_version_is_refused() {
        var document = draft();

        editors.writer()
                .request()
                .contentType("application/json")
                .body(Map.of())
                .put("/editorial/v1/" + document)
                .then()
                .statusCode(428)
                .body("code", equalTo("version-needed"));
    }

    @Test
    void a_change_of_what_has_changed_since_says_who_when_and_what() {
        var document = draft();
        var old = editors.writer().read(document).path("etag").asText();
        editors.writer().changes(document, Map.of("content", Map.of("synonyms", List.of("another word"))));

        editors.writer()
                .patch(document, Map.of("note", "Too late."), old)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("changedBy", equalTo("read and write"))
                .body("changedAt", notNullValue())
                .body("changedFields", contains("synonyms"))
                .body(
                        "currentETag",
                        equalTo(editors.writer().read(document).path("etag").asText()));
    }

    @Test
    void of_twenty_who_write_at_once_each_is_kept_or_told() throws Exception {
        var document = draft();
        int written = 0;
        var writer = editors.writer();
        try (var hands = Closing.of(MANY)) {
            for (int round = 0; round < 5; round++) {
                var etag = writer.read(document).path("etag").asText();
                int thisRound = round;
                var answers = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < MANY; i++) {
                    var word = "word " + thisRound + " " + i;
                    answers.add(() -> writer.patch(document, Map.of("content", Map.of("synonyms", List.of(word))), etag)
                            .statusCode());
                }
                var statuses = new ArrayList<Integer>();
                for (var answer : hands.pool().invokeAll(answers)) {
                    statuses.add(answer.get());
                }
                assertThat(statuses).containsOnly(200, 412);
                assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
                written++;
            }
        }

        assertThat(Json.texts(Editors.made(writer.get("/" + document + "/versions"), 200), "data.revision"))
                .hasSize(1 + written);
    }

    /** Of twenty who read again and try again until it is done, every word is in the history. */
    @Test
    void of_twenty_who_try_again_nobody_loses_a_word() throws Exception {
        var document = draft();
        var writer = editors.writer();
        try (var hands = Closing.of(MANY)) {
            var tries = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < MANY; i++) {
                var word = "word " + i;
                tries.add(() -> {
                    int status;
                    do {
                        var etag = writer.read(document).path("etag").asText();
                        status = writer.patch(document, Map.of("note", word), etag)
                                .statusCode();
                        assertThat(status).isIn(200, 412);
                    } while (status != 200);
                    return status;
                });
            }
            for (var each : hands.pool().invokeAll(tries)) {
                each.get();
            }
        }

        var notes = Json.texts(Editors.made(writer.get("/" + document + "/versions"), 200), "data.note");
        assertThat(notes).hasSize(MANY).doesNotHaveDuplicates();
    }

    /** An executor that ends with its block. */
    private record Closing(java.util.concurrent.ExecutorService pool) implements AutoCloseable {

        static Closing of(int threads) {
            return new Closing(Executors.newFixedThreadPool(threads));
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }

    @Test
    void a_request_that_comes_twice_is_done_once() {
        var key = UUID.randomUUID().toString();
        var slug = slug();
        var body = Map.of("slug", slug, "content", term(slug));

        var first = keyed(key, body);
        var second = keyed(key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        keyed(key, Map.of("slug", slug(), "content", term(slug)))
                .then()
                .statusCode(422)
                .body("code", equalTo("key-reused"));
    }

    @Test
    void of_many_that_come_at_once_one_is_done() throws Exception {
        var key = UUID.randomUUID().toString();
        var slug = slug();
        var body = Map.of("slug", slug, "content", term(slug));
        try (var hands = Closing.of(MANY)) {
            var requests = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < MANY; i++) {
                requests.add(() -> keyed(key, body).statusCode());
            }
            for (var each : hands.pool().invokeAll(requests)) {
                assertThat(each.get()).isIn(201, 409);
            }
        }
        assertThat(keyed(key, body).statusCode()).isEqualTo(201);
        var versions = Editors.made(editors.writer().get("/glossary/" + slug + "/versions"), 200);
        assertThat(versions.path("data")).hasSize(1);
    }

    private io.restassured.response.Response keyed(String key, Object body) {
        return editors.writer()
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/editorial/v1/glossary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                          | 400 | malformed-body",
                "{                                           | 400 | malformed-body",
                "nonsense                                    | 400 | malformed-body",
                "{\"slug\":1}                                | 422 | invalid-content",
                "{\"slug\":\"A B\",\"content\":{}}           | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":[]}             | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":{\"titel\":1}}  | 422 | invalid-content",
                "{\"slug\":\"x\",\"contents\":{}}            | 422 | invalid-content",
                "{\"slug\":\"x\",\"slug\":\"y\"}             | 400 | malformed-body",
                "{\"slug\":\"x\",\"content\":{\"term\":\"a\\u0000b\"}} | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":{\"synonyms\":[null]},\"minor\":\"yes\"} | 422 | invalid-content"
            })
    void what_cannot_be_read_is_refused_with_the_place(String body, int status, String code) {
        editors.writer().post("/glossary", body).then().statusCode(status).body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/releases | {\"title\":\"x\",\"publish\":[null]}             | /publish/0",
                "/releases | {\"title\":\"x\",\"publish\":[{}]}               | /publish/0/document",
                "/releases | {\"publish\":[]}                                | /title",
                "/keys     | {\"name\":\"x\",\"scopes\":[\"READ\"]}           | /scopes/0",
                "/keys     | {\"name\":\"x\",\"scopes\":[null]}               | /scopes",
                "/keys     | {\"name\":\"a\\nb\",\"scopes\":[\"read\"]}        | /name"
            })
    void what_steps_are_sent_with_is_checked_too(String path, String body, String pointer) {
        var answer = editors.bootstrap().post(path, body);

        answer.then().statusCode(422).body("code", equalTo("invalid-content"));
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
    }

    @Test
    void what_is_nested_too_deeply_is_refused() {
        var body = "{\"slug\":\"x\",\"content\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        editors.writer().post("/glossary", body).then().statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void what_is_too_large_is_refused() {
        var body = "{\"slug\":\"x\",\"content\":{\"body\":\"" + "x".repeat(1_100_000) + "\"}}";

        editors.writer().post("/glossary", body).then().statusCode(413).body("code", equalTo("body-too-large"));
    }

    @Test
    void an_unfinished_draft_is_kept_and_told_what_it_lacks() {
        var slug = slug();
        var draft = Editors.made(
                editors.writer().post("/topics", Map.of("slug", slug, "content", Map.of("title", "Begun"))), 201);
        var document = "topics/" + draft.path("id").asText();

        editors.writer()
                .step(document, "submit", null)
                .then()
                .statusCode(422)
                .body("errors.pointer", org.hamcrest.Matchers.hasItems("/content/summary", "/content/body"));
        editors.writer().get("/" + document + "/diff").then().statusCode(200);
    }

    @Test
    void a_name_is_one_documents() {
        editors.writer()
                .post("/glossary", Map.of("slug", "esketamine", "content", term("x")))
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
    }

    @Test
    void the_audit_trail_cannot_be_changed_and_shows_it_when_it_was() {
        draft();
        for (var statement : List.of(
                "update audit_entry set actor = 'somebody else'", "delete from audit_entry", "truncate audit_entry")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() ->
                                    entityManager.createNativeQuery(statement).executeUpdate()))
                    .as(statement)
                    .hasStackTraceContaining("only grows");
        }
        verified(true, null);

        // Whoever owns the tables can switch that off, and is found out.
        var last = ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entityManager
                                .createNativeQuery("select max(number) from audit_entry")
                                .getSingleResult()))
                .longValue();
        var actor = tamper("update audit_entry set actor_name = actor_name || '!' where number = " + last);
        verified(false, last);
        tamper("update audit_entry set actor_name = left(actor_name, -1) where number = " + last);
        verified(true, null);
        assertThat(actor).isOne();
    }

    private int tamper(String statement) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entityManager
                    .createNativeQuery("alter table audit_entry disable trigger user")
                    .executeUpdate();
            int rows = entityManager.createNativeQuery(statement).executeUpdate();
            entityManager
                    .createNativeQuery("alter table audit_entry enable trigger user")
                    .executeUpdate();
            return rows;
        });
    }

    private void verified(boolean intact, @Nullable Long brokenAt) {
        var verification = Editors.made(editors.bootstrap().get("/audit/verification"), 200);
        assertThat(verification.path("intact").asBoolean()).isEqualTo(intact);
        assertThat(brokenAt == null ? null : verification.path("brokenAt").asLong())
                .isEqualTo(brokenAt);
    }

    private String draft() {
        var slug = slug();
        return "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
    }
}
