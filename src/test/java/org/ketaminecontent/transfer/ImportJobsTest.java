package org.ketaminecontent.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;

/** Whatever is in an import, or goes wrong with it or with a schedule, ends, says why and keeps nobody else waiting. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class ImportJobsTest {

    private static final String TEXT =
            "A word that stands here so that a test can write it, read it and take it back again.\n";

    @Inject
    Editors editors;

    @Inject
    EntityManager entityManager;

    @Inject
    DirectSql sql;

    enum Bad {
        LATIN_1("glossary/a.md", front("term: Caf\u00e9").getBytes(StandardCharsets.ISO_8859_1)),
        NESTED("glossary/a.md", front("term: " + "[".repeat(20_000))),
        ALIASES("glossary/a.md", front("term: &a [x, x]\nsynonyms: [*a, *a]")),
        NULLS("glossary/a.md", front("term: Word\nsynonyms: [null, ~]")),
        FOLDER("glossary/a.md/b.md", front("term: Word")),
        BRITISH("glossary/a.md", front("term: A programme")),
        NULL_SYNONYMS("synonyms.yaml", "- words: [a, null]\n"),
        QUOTES("glossary/a.md", front("term: Word") + "> ".repeat(30_000) + "x\n");

        private final String file;
        private final byte[] content;

        Bad(String file, String content) {
            this(file, content.getBytes(StandardCharsets.UTF_8));
        }

        Bad(String file, byte[] content) {
            this.file = file;
            this.content = content;
        }

        private static String front(String yaml) {
            return "---\n" + yaml + "\nconfirmation: confirmed\ndrafting: person\n---\n" + TEXT;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_read_is_refused_with_its_file_and_keeps_nobody_waiting(Bad bad) throws IOException {
        var name = slug();

        var refused = send(zip(bad.file, bad.content), "?mode=per-item");
        var next = send(zip("glossary/" + name + ".md", good(name)), "?mode=per-item");

        assertThat(editors.endedImport(next).path("items").toString()).contains("published");
        assertThat(editors.endedImport(refused).at("/items/0/outcome").asText()).isEqualTo("refused");
        assertThat(editors.endedImport(refused).at("/items/0/file").asText())
                .isEqualTo(bad == Bad.FOLDER ? "glossary/a.md" : bad.file);
        assertThat(editors.endedImport(refused).at("/items/0/message").asText()).isNotBlank();
    }

    @Test
    void an_archive_is_counted_while_it_is_unpacked() throws IOException {
        refused(zip("glossary/a.md", new byte[(1 << 20) + 1]), "1048576");
        var many = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 9; i++) {
                zip.putNextEntry(new ZipEntry("glossary/a" + i + ".md"));
                zip.write(new byte[1 << 20]);
            }
        }
        refused(many.toByteArray(), "8388608");
    }

    private void refused(byte[] archive, String limit) {
        editors.admin()
                .request()
                .contentType("application/zip")
                .body(archive)
                .post("/editorial/v1/imports")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString(limit));
    }

    @Test
    void a_bomb_that_was_taken_in_before_is_refused() throws IOException {
        var id = stored(zip("glossary/a.md", new byte[9 << 20]), 0);

        assertThat(editors.endedImport(id).path("state").asText()).isEqualTo("refused");
        assertThat(editors.endedImport(id).at("/items/0/message").asText()).contains("1048576");
    }

    @Test
    void what_ended_the_server_three_times_is_not_tried_again() throws IOException {
        var name = slug();
        var id = stored(zip("glossary/" + name + ".md", good(name)), 3);

        assertThat(editors.endedImport(id).path("state").asText()).isEqualTo("refused");
        Api.given().get("/v1/glossary/" + name).then().statusCode(404);
    }

    @Test
    void an_import_can_be_cancelled_once() throws IOException {
        var name = slug();
        var id = stored(zip("glossary/" + name + ".md", good(name)), 1);

        var cancelled = Editors.made(editors.admin().request().post("/editorial/v1/imports/" + id + "/cancel"), 200);

        assertThat(cancelled.path("state").asText()).isEqualTo("cancelled");
        editors.admin()
                .request()
                .post("/editorial/v1/imports/" + id + "/cancel")
                .then()
                .statusCode(409)
                .body("code", equalTo("impossible-step"));
        editors.writer()
                .request()
                .post("/editorial/v1/imports/" + id + "/cancel")
                .then()
                .statusCode(403);
        Api.given().get("/v1/glossary/" + name).then().statusCode(404);
    }

    @Test
    void a_schedule_that_fails_is_given_up_and_keeps_no_other_waiting() {
        var failing = scheduled("a");
        var other = scheduled("b");
        sql.execute("""
                create or replace function fail_for_test() returns trigger language plpgsql as
                $$ begin raise exception 'for the test'; end $$""");
        sql.execute("create trigger fail_for_test before insert on glossary_term for each row when (new.slug = '"
                + failing + "') execute function fail_for_test()");
        try {
            due(failing, 0);
            due(other, 0);

            Eventually.until("the other is published", () -> state(other).equals("published"));
            Eventually.until("it was tried", () -> attempts(failing) == 1);
            assertThat(state(failing)).isEqualTo("scheduled");

            due(failing, 3);
            Eventually.until("it is given up", () -> state(failing).equals("approved"));
            assertThat(editors.writer()
                            .read("glossary/" + failing)
                            .path("rejection")
                            .asText())
                    .contains("3 times");
        } finally {
            sql.execute("drop trigger fail_for_test on glossary_term");
        }
    }

    private String scheduled(String first) {
        var name = first + "-" + slug();
        editors.writer().create("glossary", name, term(name));
        editors.writer().does("glossary/" + name, "submit");
        editors.reviewer().does("glossary/" + name, "approve");
        editors.publisher().does("glossary/" + name, "schedule", Map.of("publishAt", "2099-01-01T00:00:00Z"));
        return name;
    }

    private void due(String name, int attempts) {
        sql.execute("update work set publish_at = now(), tried_at = null, attempts = " + attempts + " where slug = '"
                + name + "'");
    }

    private int attempts(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .unwrap(Session.class)
                        .createNativeQuery("select attempts from work where slug = :slug", Integer.class)
                        .setParameter("slug", name)
                        .getSingleResult());
    }

    private String state(String name) {
        return editors.writer().read("glossary/" + name).path("state").asText();
    }

    /** As an earlier release, or a server that ended in the middle of it, left it. */
    private String stored(byte[] archive, int attempts) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var job = ImportJob.of(
                    UUID.randomUUID(),
                    Actor.SYSTEM,
                    ImportJob.Mode.ATOMIC,
                    false,
                    archive,
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
            job.progress = "{\"pending\":[],\"later\":[],\"moved\":false,\"done\":[]}";
            job.attempts = attempts;
            // One attempt: its next one is far away.
            job.triedAt = attempts == 1 ? Instant.now().plus(1, ChronoUnit.HOURS) : Instant.EPOCH;
            job.persist();
            return job.id.toString();
        });
    }

    private static String good(String name) {
        return "---\nterm: " + name + "\nconfirmation: confirmed\ndrafting: person\n---\n" + TEXT;
    }

    private static byte[] zip(String file, String content) throws IOException {
        return zip(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String file, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private String send(byte[] archive, String query) {
        return editors.imports(archive, query).path("id").asText();
    }
}
