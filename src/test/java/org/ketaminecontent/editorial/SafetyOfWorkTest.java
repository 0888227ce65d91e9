package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
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

    private String draft() {
        var slug = slug();
        return "glossary/"
                + editors.writer()
                        .create("glossary", slug, term(slug))
                        .path("id")
                        .asText();
    }
}
