package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The packaged application, started before its database. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseAwayAtStartIT {

    @TempDir
    Path directory;

    @Test
    void it_waits_says_so_and_comes_up_by_itself() {
        var database = new OwnDatabase(directory.resolve("database"));
        var settings = new HashMap<>(database.settings());
        settings.put(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(directory.resolve("pack")).folder().toString());

        try (var application = RunningApplication.start(directory, settings).awaitLive();
                database) {
            assertThat(application.log()).contains("Waiting for the database: ");
            assertThat(List.of("/q/health/ready", "/q/health/started"))
                    .allSatisfy(path -> assertThat(application.status(path)).isEqualTo(503));
            Unavailable.isSaidInTime(application, "/");
            Unavailable.isSaidInTime(application, "/v1");
            Unavailable.isSaidInTime(application, "/v1/topics/sample-topic");
            assertThat(application.status("/v1/problems/database-unavailable")).isEqualTo(200);
            assertThat(application.isAlive()).isTrue();

            database.start();
            application.awaitReady();

            assertThat(application.status("/q/health/started")).isEqualTo(200);
            assertThat(application.counts()).containsEntry("topics", 1);
            assertThat(application.log()).contains("Content: 8 published").doesNotContain("\tat ");
        }
    }
}
