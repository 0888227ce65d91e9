package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The search index from one start to the next. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchIndexIT {

    private static final String SEARCH = "/v1/search?q=sample";
    private static final String MADE = "documents indexed";
    private static final String BROKEN = "cannot be read and is being rebuilt";

    @Test
    void it_is_kept_and_is_made_anew_where_it_is_broken(@TempDir Path folder) throws IOException {
        try (var database = new OwnDatabase(folder.resolve("database")).start()) {
            var settings = new HashMap<>(database.settings());
            settings.put(
                    "KETAMINE_CONTENT_PACK_DIRECTORY",
                    SamplePack.in(folder.resolve("pack")).folder().toString());
            settings.put(
                    "KETAMINE_CONTENT_SEARCH_DIRECTORY",
                    folder.resolve("search").toString());

            assertThat(logOfSearching(folder, settings)).contains(MADE).doesNotContain(BROKEN);
            assertThat(logOfSearching(folder, settings)).doesNotContain(MADE, BROKEN);

            breakLargestFile(folder.resolve("search/en"));
            assertThat(logOfSearching(folder, settings)).contains(MADE).containsOnlyOnce(BROKEN);

            database.kill();
            answersWithoutDatabase(folder, settings);
            assertThat(words(folder.resolve("search/en"))).doesNotContain("lookedup");
        }
    }

    private static String logOfSearching(Path folder, Map<String, String> settings) {
        try (var application = RunningApplication.start(folder, settings).awaitReady()) {
            application.await("searchable", () -> application.status(SEARCH) == 200);
            assertThat(application.json(SEARCH).getList("data.slug")).contains("sample-topic");
            assertThat(application.json(SEARCH).getBoolean("stale")).isFalse();
            return application.log();
        }
    }

    private static void answersWithoutDatabase(Path folder, Map<String, String> settings) {
        try (var application = RunningApplication.start(folder, settings).awaitLive()) {
            application.await("searchable", () -> application.status(SEARCH) == 200);
            assertThat(application.json(SEARCH).getList("data.slug")).contains("sample-topic");
            for (var path : List.of(SEARCH + "+lookedup", "/v1/suggest?q=sam", "/v1/lookup?code=icd-10-cm%7CF33.2")) {
                assertThat(application.get(path).statusCode()).as(path).isEqualTo(200);
                assertThat(application.json(path).getBoolean("stale")).as(path).isTrue();
            }
            assertThat(application.json("/v1/suggest?q=i%20want%20to%20die").getList("crisis.contacts"))
                    .isNotNull();
            assertThat(application.status("/search?q=sample")).isEqualTo(200);
            assertThat(application.status("/infobutton?mainSearchCriteria.v.dn=sample"))
                    .isEqualTo(200);
        }
    }

    private static void breakLargestFile(Path index) throws IOException {
        try (var files = Files.list(index)) {
            var largest = files.max(
                            Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            var bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(largest, bytes);
        }
    }

    private static String words(Path index) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(index)) {
            for (var file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
