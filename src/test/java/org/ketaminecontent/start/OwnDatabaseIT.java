package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Metrics;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The packaged application with a PostgreSQL of the operator's own, and what it does while that is gone. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnDatabaseIT {

    /** More than the pool has connections. */
    private static final int MANY = 24;

    private static final String READY = "/v1/topics/sample-topic";

    /** What is answered from the search index. */
    private static final List<String> FOUND = List.of(
            "/v1/search?q=sample", "/v1/suggest?q=sam", "/v1/lookup?code=icd-10-cm%7CF33.2", "/search?q=sample");

    @TempDir
    static Path directory;

    private static OwnDatabase database;
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        database = new OwnDatabase(directory.resolve("database")).start();
        application = RunningApplication.start(directory, settings(SamplePack.in(directory.resolve("pack"))));
    }

    private static Map<String, String> settings(SamplePack pack) {
        var settings = new HashMap<>(database.settings());
        settings.put("KETAMINE_CONTENT_PACK_DIRECTORY", pack.folder().toString());
        return settings;
    }

    @BeforeEach
    void all_is_well() {
        database.start();
        application.awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    @Test
    void nothing_embedded_starts() {
        assertThat(directory.resolve(".data")).doesNotExist();
        assertThat(application.log()).doesNotContain("Local PostgreSQL");
    }

    @Test
    void the_content_goes_to_that_database() {
        assertThat(database.value("select string_agg(slug, ',') from topic")).isEqualTo("sample-topic");
        assertThat(application.counts()).containsEntry("topics", 1);
    }

    @Test
    void a_broken_pack_stops_the_start_and_changes_nothing(@TempDir Path folder) {
        var pack = SamplePack.in(folder.resolve("pack"))
                .replacing("topics/sample-topic.md", "title: Sample topic", "title: Another title")
                .replacing("topics/sample-topic.md", "theme: basics", "theme: basic")
                .replacing("conditions/sample-condition.md", "riskSummary: It may do harm.\n", "")
                .replacing("faqs/sample-question.md", "[@first-source]", "[@no-source]");
        var before = fingerprint();

        try (var broken = RunningApplication.start(folder, settings(pack))) {
            assertThat(broken.awaitExit()).isEqualTo(1);
            assertThat(broken.log())
                    .contains("topics/sample-topic.md:" + pack.lineOf("topics/sample-topic.md", "theme: basic") + ": ")
                    .contains("conditions/sample-condition.md:")
                    .contains(
                            "faqs/sample-question.md:" + pack.lineOf("faqs/sample-question.md", "[@no-source]") + ": ")
                    .doesNotContain("\tat ", "Exception");
        }

        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void wrong_settings_are_told_in_a_line_each_and_nothing_else_is(@TempDir Path folder) {
        var settings = settings(SamplePack.in(folder.resolve("pack")));
        settings.put("KETAMINE_CONTENT_HTTP_PUBLIC_URL", "content.example.org");
        settings.put("KETAMINE_CONTENT_WEBHOOKS_DEADLINE", "-5s");

        try (var wrong = RunningApplication.start(folder, settings)) {
            assertThat(wrong.awaitExit()).isEqualTo(1);
            assertThat(wrong.log().lines())
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("The setting ketamine-content."));
        }
    }

    @Test
    void a_private_port_that_is_used_or_public_is_told_and_nothing_else_is(@TempDir Path folder) {
        var settings = settings(SamplePack.in(folder.resolve("pack")));
        settings.put("KETAMINE_CONTENT_HTTP_PRIVATE_PORT", String.valueOf(database.port()));
        try (var used = RunningApplication.start(folder, settings)) {
            assertThat(used.awaitExit()).isEqualTo(1);
            assertThat(used.log().lines())
                    .singleElement()
                    .asString()
                    .contains("Cannot listen on port " + database.port(), "ketamine-content.http.private-port");
        }
        settings.put("QUARKUS_HTTP_PORT", "18089");
        settings.put("KETAMINE_CONTENT_HTTP_PRIVATE_PORT", "18089");
        try (var both = RunningApplication.start(folder, settings)) {
            assertThat(both.awaitExit()).isEqualTo(1);
            assertThat(both.log().lines())
                    .singleElement()
                    .asString()
                    .contains("are both 18089: everything would be public");
        }
    }

    @Test
    void a_database_that_there_is_not_is_told_with_its_address(@TempDir Path folder) {
        var settings = settings(SamplePack.in(folder.resolve("pack")));
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://localhost:" + database.port() + "/none?loginTimeout=2");

        try (var waiting = RunningApplication.start(folder, settings)) {
            waiting.await("told", () -> waiting.log().contains("Waiting for the database: "));
            assertThat(waiting.log())
                    .contains("FATAL: database \"none\" does not exist (quarkus.datasource.jdbc.url is"
                            + " jdbc:postgresql://localhost:" + database.port() + "/none)");
        }
    }

    /** Changes when anything is published or withdrawn. */
    private static String fingerprint() {
        return database.value("select (select jsonb_agg(c order by number) from change c)::text"
                + " || (select jsonb_agg(t order by id) from topic t)::text");
    }

    @Test
    void a_database_that_crashed_is_said_at_once_and_awaited() {
        keepsReady();
        database.kill();

        refusesToReadInTime();
        answersWhatIsReady();

        database.start();
        recovers();
    }

    @Test
    void a_database_that_hangs_is_said_at_once_and_awaited() {
        keepsReady();
        database.freeze();

        refusesToReadInTime();
        answersWhatIsReady();

        database.thaw();
        recovers();
    }

    @Test
    void readers_of_what_is_ready_notice_nothing() {
        keepsReady();
        var going = new AtomicBoolean(true);
        var readers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            int failed = 0;
                            while (going.get()) {
                                failed += application.status(READY) == 200 ? 0 : 1;
                                for (var path : FOUND) {
                                    failed += application.status(path) == 200 ? 0 : 1;
                                }
                            }
                            return failed;
                        },
                        task -> new Thread(task).start()))
                .toList();

        database.kill();
        refusesToReadInTime();
        database.start();
        recovers();
        database.freeze();
        refusesToReadInTime();
        database.thaw();
        recovers();

        going.set(false);
        assertThat(readers).extracting(CompletableFuture::join).containsOnly(0);
    }

    /** Alone, and in a crowd larger than the pool of connections. */
    private static void refusesToReadInTime() {
        Unavailable.isSaidInTime(application, "/v1/topics/sample-topic?include=conditions&utm_source=x");
        CompletableFuture.allOf(IntStream.range(0, MANY)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> Unavailable.isSaidInTime(application, "/v1/topics?limit=" + (i % 12 + 2)),
                                task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static void keepsReady() {
        for (var path : List.of(READY, "/v1/topics")) {
            application.await("warm", () -> cacheStatus(path).endsWith("hit"));
        }
    }

    private static String cacheStatus(String path) {
        return application.get(path).headers().firstValue("Cache-Status").orElse("");
    }

    /** Marked as old, once it is known that changes cannot be heard of. */
    private static void answersWhatIsReady() {
        application.await("aware", () -> cacheStatus(READY).contains("stale"));
        assertThat(application.status(READY)).isEqualTo(200);
        assertThat(application.status("/v1/topics")).isEqualTo(200);
        for (var path : FOUND) {
            assertThat(application.status(path)).as(path).isEqualTo(200);
        }
        assertThat(application.json(FOUND.get(0)).getBoolean("stale")).isTrue();
        assertThat(application.status("/q/health/live")).isEqualTo(200);
        assertThat(application.get("/q/health/ready").statusCode()).isEqualTo(200);
        assertThat(application.get("/q/health/ready").body().replaceAll("\\s", ""))
                .contains("\"degraded\":true");
        assertThat(reachable()).isZero();
    }

    private static double reachable() {
        return Metrics.of(application.get("/q/metrics").body()).value("content_database_reachable");
    }

    private static void recovers() {
        long start = System.nanoTime();
        application.await("well", () -> application.status("/v1/topics?limit=40") == 200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        application.await("aware", () -> cacheStatus(READY).endsWith("hit"));
        assertThat(reachable()).isEqualTo(1);
        application.await("aware", () -> !application.json(FOUND.get(0)).getBoolean("stale"));
        assertThat(application.log()).containsOnlyOnce("Content: ");
    }
}
