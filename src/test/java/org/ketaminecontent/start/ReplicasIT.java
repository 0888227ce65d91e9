package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Metrics;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** Processes that share a database: what one publishes, no other goes on hiding. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplicasIT {

    private static final String TOPIC = "topics/sample-topic.md";

    @TempDir
    static Path directory;

    private static OwnDatabase database;
    private static SamplePack pack;
    private static RunningApplication reader;

    @BeforeAll
    static void start() {
        database = new OwnDatabase(directory.resolve("database")).start();
        pack = SamplePack.in(directory.resolve("pack"));
        reader = RunningApplication.start(directory, settings()).awaitReady();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(database.settings());
        settings.put("KETAMINE_CONTENT_PACK_DIRECTORY", pack.folder().toString());
        return settings;
    }

    @AfterAll
    static void stop() {
        reader.close();
        database.close();
    }

    @Test
    void what_another_process_publishes_is_shown_and_nothing_else_is_read_again(@TempDir Path folder) {
        var paths = new String[] {
            "/v1/topics/sample-topic",
            "/v1/topics",
            "/v1/topics?limit=3",
            "/v1/conditions/sample-condition",
            "/v1/conditions/sample-condition?include=topics"
        };
        for (var path : paths) {
            assertThat(reader.get(path).statusCode()).isEqualTo(200);
        }
        reader.get("/v1/glossary/sample-term");
        pack.replacing(TOPIC, "title: Sample topic", "title: Published elsewhere");

        try (var publisher = RunningApplication.start(folder, settings()).awaitReady()) {
            assertThat(publisher.log()).contains("Content: 1 published");
        }

        assertThat(paths).allSatisfy(path -> assertThat(reader.get(path).body()).contains("Published elsewhere"));
        assertThat(reader.get("/v1/search?q=published+elsewhere").body()).contains("Published elsewhere");
        assertThat(reader.get("/v1/glossary/sample-term").headers().firstValue("Cache-Status"))
                .contains("ketamine-content; hit");
    }

    @Test
    void a_change_that_nobody_announced_is_heard_of_all_the_same() {
        var path = "/v1/side-effects/sample-effect";
        assertThat(reader.get(path).body()).doesNotContain("Renamed quietly");
        long start = System.nanoTime();

        database.execute("""
                with latest as (
                    insert into change (number, collection, slug, document, entry_id, action, version, at)
                    select (select max(number) + 1 from change), 'side-effects', 'sample-effect', document, entry_id,
                        'RESHAPED', 1, now() from rendition where document = 'side-effects/sample-effect'
                    returning number)
                update rendition set html = regexp_replace(html, '"name":"[^"]*"', '"name":"Renamed quietly"')
                where document = 'side-effects/sample-effect'""");

        reader.await("told", () -> reader.get(path).body().contains("Renamed quietly"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void what_is_not_read_yet_is_counted_until_it_is() {
        var before = metric("content_version");

        // Once in some hundred times, the reader looks for changes at this very moment.
        boolean counted = false;
        int changes = 0;
        while (!counted && changes++ < 4) {
            database.execute("""
                    insert into change (number, collection, slug, document, entry_id, action, version, at)
                    select (select max(number) + 1 from change), 'side-effects', 'sample-effect', document, entry_id,
                        'RESHAPED', 1, now() from rendition where document = 'side-effects/sample-effect'""");
            counted = metric("content_changes_unread") == 1;
            reader.await("read", () -> metric("content_changes_unread") == 0);
        }

        assertThat(counted).isTrue();
        var now = before + changes;
        assertThat(metric("content_version")).isEqualTo(now);
        reader.await("searched", () -> metric("content_search_version") == now);
    }

    private static double metric(String name) {
        return Metrics.of(reader.get("/q/metrics").body()).value(name);
    }
}
