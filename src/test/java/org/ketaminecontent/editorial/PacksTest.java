package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.pack.PackArchive;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.pack.PackWriter;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** The whole content, out and in. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class PacksTest {

    @Inject
    Editors editors;

    @Inject
    PackSource importer;

    @Test
    void what_is_written_reads_as_the_same() throws Exception {
        var pack = importer.read();
        var zip = PackWriter.zip(pack.manuscripts(), pack.rules(), pack.synonyms());

        try (var archive = PackArchive.unpack(zip)) {
            var again = importer.read(archive.folder());
            assertThat(again.manuscripts()).containsExactlyInAnyOrderElementsOf(pack.manuscripts());
            assertThat(again.synonyms()).isEqualTo(pack.synonyms());
            assertThat(again.rules()).isEqualTo(pack.rules());
            assertThat(PackWriter.zip(again.manuscripts(), again.rules(), again.synonyms()))
                    .isEqualTo(zip);
        }
    }

    @Test
    void the_same_content_is_the_same_bytes() {
        assertThat(export()).isEqualTo(export());
    }

    @Test
    void what_was_taken_out_goes_in_without_a_change() {
        var job = done(send(export(), "?mode=atomic"));

        assertThat(outcomes(job)).containsOnlyKeys("unchanged");
        assertThat(job.path("done").asInt())
                .isEqualTo(job.path("total").asInt())
                .isGreaterThan(150);
    }

    @Test
    void a_dry_run_says_what_would_become_of_each_file_and_changes_nothing() throws IOException {
        var edited = slug();
        editors.publish("glossary", edited, term(edited));
        var before = export();
        var archive = changed(before, files -> {
            files.put("glossary/new-" + edited + ".md", file("A new term"));
            files.put("glossary/" + edited + ".md", file("Changed elsewhere"));
            files.put("glossary/broken-" + edited + ".md", "no front matter");
        });

        var job = done(send(archive, "?mode=per-item&dryRun=true"));

        assertThat(item(job, "glossary/new-" + edited).path("outcome").asText()).isEqualTo("published");
        assertThat(item(job, "glossary/" + edited).path("outcome").asText()).isEqualTo("kept");
        assertThat(job.path("items")).anySatisfy(each -> {
            assertThat(each.path("file").asText()).isEqualTo("glossary/broken-" + edited + ".md");
            assertThat(each.path("line").asInt()).isOne();
            assertThat(each.path("outcome").asText()).isEqualTo("refused");
        });
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void each_for_itself_takes_what_is_sound_and_says_what_is_not() throws IOException {
        var name = slug();
        var archive = changed(export(), files -> {
            // Each points to the one after it, so that the first can only be taken after the last.
            files.put("glossary/a-" + name + ".md", file("First", "[[glossary/b-" + name + "|the next]]"));
            files.put("glossary/b-" + name + ".md", file("Second", "[[glossary/c-" + name + "|the last]]"));
            files.put("glossary/c-" + name + ".md", file("Third"));
            files.put("glossary/d-" + name + ".md", file("Fourth", "[[glossary/e-" + name + "|nothing]]"));
            files.put("glossary/f-" + name + ".md", file("Fifth", "A miracle cure for everybody."));
        });

        var job = done(send(archive, "?mode=per-item"));

        for (var each : new String[] {"a-", "b-", "c-"}) {
            assertThat(item(job, "glossary/" + each + name).path("outcome").asText())
                    .isEqualTo("published");
            Api.given().get("/v1/glossary/" + each + name).then().statusCode(200);
        }
        Api.given().get("/v1/glossary/d-" + name).then().statusCode(404);
        Api.given().get("/v1/glossary/f-" + name).then().statusCode(404);
        assertThat(outcomes(job).get("refused")).isGreaterThanOrEqualTo(2);
        assertThat(Api.read("/v1/glossary/a-" + name).at("/data/review/status").asText())
                .isEqualTo("not-reviewed");
    }

    @Test
    void together_one_that_is_not_sound_keeps_all_out() throws IOException {
        var name = slug();
        var archive = changed(export(), files -> {
            files.put("glossary/good-" + name + ".md", file("Good"));
            files.put("glossary/bad-" + name + ".md", file("Bad", "[[glossary/there-is-none|nothing]]"));
        });

        var job = done(send(archive, ""));

        assertThat(job.path("state").asText()).isEqualTo("refused");
        assertThat(outcomes(job)).containsOnlyKeys("refused");
        Api.given().get("/v1/glossary/good-" + name).then().statusCode(404);
    }

    @Test
    void what_people_edited_is_kept_and_the_file_is_in_its_history() throws IOException {
        var name = slug();
        editors.publish("glossary", name, term(name));
        var archive = changed(export(), files -> files.put("glossary/" + name + ".md", file("From elsewhere")));

        done(send(archive, "?mode=per-item"));

        assertThat(Api.read("/v1/glossary/" + name).at("/data/term").asText()).isEqualTo(name);
        var versions = Editors.made(editors.writer().get("/glossary/" + name + "/versions"), 200);
        assertThat(versions.at("/data/0/fromPack").asBoolean()).isTrue();
    }

    @Test
    void archives_come_as_people_make_them() throws IOException {
        var packed = new LinkedHashMap<String, String>();
        changed(
                export(),
                files -> files.forEach((name, text) -> packed.put("My pack\\" + name.replace('/', '\\'), text)));
        packed.put("My pack\\", "");
        packed.put("__MACOSX/My pack/._topics", "\0\1");
        packed.put("My pack/.DS_Store", "\0\1");
        packed.put("My pack/topics/Thumbs.db", "\0\1");

        var job = done(Editors.made(
                editors.admin()
                        .request()
                        .contentType("application/x-zip-compressed")
                        .body(zip(packed))
                        .post("/editorial/v1/imports?dryRun=true"),
                202));

        assertThat(outcomes(job)).containsOnlyKeys("unchanged");
    }

    private byte[] export() {
        var answer = editors.admin().get("/export");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    private JsonNode send(byte[] archive, String query) {
        return editors.imports(archive, query);
    }

    private JsonNode done(JsonNode job) {
        return editors.endedImport(job.path("id").asText());
    }

    private static Map<String, Integer> outcomes(JsonNode job) {
        var outcomes = new LinkedHashMap<String, Integer>();
        job.path("items").forEach(each -> outcomes.merge(each.path("outcome").asText(), 1, Integer::sum));
        return outcomes;
    }

    private static JsonNode item(JsonNode job, String document) {
        for (var each : job.path("items")) {
            if (each.path("document").asText().equals(document)) {
                return each;
            }
        }
        throw new AssertionError("nothing of " + document + " in " + job);
    }

    private static String file(String name, String... more) {
        return "---\nterm: " + name + "\nconfirmation: confirmed\ndrafting: person\n---\n"
                + "A word that stands here so that a test can write it, read it and take it back again. "
                + String.join(" ", more) + "\n";
    }

    private static byte[] changed(byte[] archive, Consumer<Map<String, String>> change) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        change.accept(files);
        return zip(files);
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
