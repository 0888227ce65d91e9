package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The drill of docs/operating.md: what is restored is what was there. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BackupIT {

    private static final List<String> ANSWERS = List.of(
            "/v1",
            "/v1/topics/sample-topic?include=conditions",
            "/v1/faqs",
            "/v1/side-effects/sample-effect",
            "/v1/search?q=sample",
            "/topics/sample-topic",
            "/feeds/changes.json");

    private static final Pattern HEAD = Pattern.compile("head: (\\d+:[0-9a-f]{64})");
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final int OLDEST = 18;

    @TempDir
    Path directory;

    /** The state of a server that a backup has to bring back. */
    private record State(Map<String, String> answers, String head, String checkpoint) {}

    @Test
    void a_dump_brings_back_answers_and_audit_log_in_a_new_database() throws IOException, InterruptedException {
        assumeTrue(
                clientVersion() >= OLDEST,
                "there is no pg_dump of PostgreSQL 18 here (apt-get install postgresql-client-18)");
        try (var database = new OwnDatabase(directory.resolve("database")).start()) {
            var settings = settings();
            settings.putAll(database.settings());
            var before = state(settings);
            var address = "postgresql://postgres:postgres@localhost:" + database.port() + "/";

            command("pg_dump --format", Map.of("DATABASE", address + "postgres"));
            database.execute("create database restored");
            command("pg_restore", Map.of("NEW_DATABASE", address + "restored"));

            settings.computeIfPresent(
                    "QUARKUS_DATASOURCE_JDBC_URL", (name, url) -> url.replace("/postgres", "/restored"));
            isAsBefore(before, settings);
        }
    }

    @Test
    void a_copy_of_the_local_database_brings_back_answers_and_audit_log() throws IOException {
        var settings = settings();
        var before = state(settings);
        var data = directory.resolve(".data");
        copy(data, directory.resolve("backup"));

        // The machine is lost.
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(BackupIT::delete);
        }
        copy(directory.resolve("backup"), data);
        try (var application = RunningApplication.start(directory, settings).awaitReady()) {
            application.localValue("update change_log set name = gen_random_uuid() returning name");
        }

        isAsBefore(before, settings);
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(directory.resolve("pack")).folder().toString(),
                "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                "https://content.example.org",
                "KETAMINE_CONTENT_SNAPSHOTS_ENABLED",
                "false",
                "KETAMINE_CONTENT_ACCESS_SECRET",
                "a secret that is for tests and nothing else"));
    }

    private State state(Map<String, String> settings) {
        var answers = new TreeMap<String, String>();
        String checkpoint;
        try (var application = RunningApplication.start(directory, settings).awaitReady()) {
            application.await("searching", () -> application.status("/v1/search?q=sample") == 200);
            ANSWERS.forEach(path -> answers.put(path, application.get(path).body()));
            checkpoint = application.json("/v1/sync").getString("page.checkpoint.token");
        }
        return new State(answers, head(settings), checkpoint);
    }

    private String head(Map<String, String> settings) {
        var verified = RunningApplication.run(directory, settings, "verify-audit");
        assertThat(verified.awaitExit()).as(verified.log()).isZero();
        var head = HEAD.matcher(verified.log());
        assertThat(head.find()).isTrue();
        return head.group(1);
    }

    private void isAsBefore(State before, Map<String, String> settings) {
        var verified = RunningApplication.run(directory, settings, "verify-audit", "--head", before.head());
        assertThat(verified.awaitExit()).as(verified.log()).isZero();
        assertThat(verified.log()).contains("head: " + before.head());
        var after = state(settings);
        assertThat(after.answers()).isEqualTo(before.answers());
        assertThat(after.head()).isEqualTo(before.head());
        // Copies on devices start again.
        assertThat(after.checkpoint()).isNotEqualTo(before.checkpoint());
    }

    /** Runs the block of the guide that begins so. */
    private void command(String begin, Map<String, String> environment) throws IOException, InterruptedException {
        var block = Pattern.compile("```sh\n(" + Pattern.quote(begin) + ".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/operating.md")));
        assertThat(block.find()).isTrue();
        var builder = new ProcessBuilder("bash", "-euc", block.group(1))
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    /** The version of the client programs; 0 where there are none. */
    private static int clientVersion() {
        try {
            var process = new ProcessBuilder("pg_dump", "--version").start();
            var version = VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
