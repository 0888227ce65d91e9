package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** What people look up about their health, and who they are, stays out of logs and metrics, come what may; in JSON too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrivacyIT {

    private static final String WORD = "zanzibarquery";
    private static final String PATIENT = "84108773";

    private static final List<String> LOOKED_UP = List.of(
            "/v1/search?q=" + WORD,
            "/v1/search?q=" + WORD + "&cursor=abc",
            "/v1/search?q=" + WORD + "&types=" + WORD,
            "/v1/suggest?q=" + WORD,
            "/v1/lookup?code=icd-10-cm%7C" + WORD,
            "/v1/lookup?code=" + WORD + "%7CF33.2",
            "/infobutton?mainSearchCriteria.v.dn=" + WORD + "&patientPerson.administrativeGenderCode.c=F&age.v.v="
                    + PATIENT,
            "/infobutton?mainSearchCriteria.v.cs=" + WORD + "&mainSearchCriteria.v.c=" + WORD + "&performer="
                    + PATIENT);

    @Test
    void nothing_of_it_is_written_down(@TempDir Path directory) {
        try (var database = new OwnDatabase(directory.resolve("database")).start()) {
            var settings = new HashMap<>(database.settings());
            settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
            settings.put("KETAMINE_CONTENT_HTTP_SLOW_ANSWER", "1ms");
            settings.put(
                    "KETAMINE_CONTENT_PACK_DIRECTORY",
                    SamplePack.in(directory.resolve("pack")).folder().toString());
            try (var application = RunningApplication.start(directory, settings).awaitReady()) {
                application.await("searching", () -> application.status("/v1/search?q=" + WORD) == 200);
                LOOKED_UP.forEach(application::status);
                assertThat(application.status("/v1/search?q=" + WORD)).isEqualTo(200);
                var metrics = application.get("/q/metrics").body();
                // The worst that can happen while somebody looks something up.
                database.kill();
                LOOKED_UP.stream().map(path -> path + "1").forEach(application::status);
                var failed = application.json("/v1/topics?limit=3&utm_source=" + WORD);
                // Its line comes after its answer.
                application.await(
                        "written", () -> application.log().contains("503 database-unavailable, GET /v1/topics"));

                assertThat(application.log()).doesNotContain(WORD).doesNotContain(PATIENT);
                assertThat(linesOf(application))
                        .anyMatch(line -> line.path("message").asText().startsWith("Slow: 200, GET /v1/search, "))
                        .anyMatch(line ->
                                line.path("message").asText().contains("503 database-unavailable, GET /v1/topics")
                                        && line.at("/mdc/traceId").asText().equals(failed.getString("traceId")));
                assertThat(metrics).contains("/v1/search").doesNotContain(WORD).doesNotContain(PATIENT);
            }
        }
    }

    /** Each is an object of its own. */
    private static List<JsonNode> linesOf(RunningApplication application) {
        return application.log().lines().map(Json::parse).toList();
    }
}
