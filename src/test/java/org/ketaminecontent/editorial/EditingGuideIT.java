package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The guide in {@code docs/editing.md} does what it says, each block after the one before it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EditingGuideIT {

    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    @Test
    void the_guide_can_be_followed_with_the_key_that_a_start_prints() throws IOException, InterruptedException {
        try (var application = RunningApplication.start(
                        directory, Map.of("KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY", "make"))
                .awaitReady()) {
            var output = follow(blocks(), application, key(application));

            assertThat(output).contains("\"state\":\"published\"", "\"name\":\"Example Reviewer\"", "washout period");
            var trail =
                    application.get("/editorial/v1/audit/verification", "Authorization", "Bearer " + key(application));
            assertThat(Json.parse(trail.body()).path("intact").asBoolean()).isTrue();
            assertThat(Json.parse(trail.body()).path("writable").asBoolean())
                    .as("the application's own user could change what is on record")
                    .isFalse();
            var gone = application.get("/v1/glossary/washout");
            assertThat(gone.statusCode()).isEqualTo(410);
            assertThat(Json.parse(gone.body()).path("reason").asText()).isEqualTo("The term is explained elsewhere.");
        }
    }

    /** What is live on one server, with what people did to it there, is live on the other, to the last byte. */
    @Test
    void the_content_moves_to_another_server(@TempDir Path here, @TempDir Path there) throws Exception {
        var pack = SamplePack.in(here.resolve("pack")).folder().toString();
        var settings = Map.of("KETAMINE_CONTENT_PACK_DIRECTORY", pack, "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY", "make");
        try (var one = RunningApplication.start(here, settings).awaitReady()) {
            var key = key(one);
            var steps = new ArrayList<>(blocks());
            steps.remove(steps.size() - 1);
            steps.add("""
                    FORM=merge-patch+json api -X PATCH -H "If-Match: $(etag glossary/washout)" \\
                      "$SERVER/editorial/v1/glossary/washout" -d '{"slug": "washout-period"}'
                    api -X POST -H "If-Match: $(etag glossary/washout-period)" "$SERVER/editorial/v1/glossary/washout-period/submit"
                    AS=$REVIEWER api -H "If-Match: $(etag glossary/washout-period)" \\
                      "$SERVER/editorial/v1/glossary/washout-period/approve" -d '{}'
                    api -X POST -H "If-Match: $(etag glossary/washout-period)" \\
                      "$SERVER/editorial/v1/glossary/washout-period/publish"
                    """);
            follow(steps, one, key);
            var taken = export(one, key);
            try (var other = RunningApplication.start(there, settings).awaitReady()) {
                var otherKey = key(other);
                assertThat(export(other, otherKey)).isNotEqualTo(taken);
                var job = CLIENT.send(
                        request(other, "/imports", otherKey)
                                .header("Content-Type", "application/zip")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(taken))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(job.statusCode()).as(job.body()).isEqualTo(202);
                var place = "/editorial/v1/imports/"
                        + Json.parse(job.body()).path("id").asText();
                other.await(
                        "imported",
                        () -> other.get(place, "Authorization", "Bearer " + otherKey)
                                .body()
                                .contains("\"state\":\"done\""));

                assertThat(export(other, otherKey)).isEqualTo(taken);
                assertThat(other.get("/v1/glossary/washout").statusCode()).isEqualTo(301);
            }
        }
    }

    private static String key(RunningApplication application) {
        return application.printedKey().orElseThrow();
    }

    private static HttpRequest.Builder request(RunningApplication application, String path, String key) {
        return HttpRequest.newBuilder(URI.create(application.address() + "/editorial/v1" + path))
                .header("Authorization", "Bearer " + key);
    }

    private static byte[] export(RunningApplication application, String key) throws IOException, InterruptedException {
        var answer = CLIENT.send(request(application, "/export", key).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs/editing.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static String follow(List<String> blocks, RunningApplication application, String key)
            throws IOException, InterruptedException {
        var script = "set -euo pipefail\n" + String.join("\n", blocks);
        return run(script.replace("http://localhost:8080", application.address()), key);
    }

    private static String run(String script, String key) throws IOException, InterruptedException {
        var output = Files.createTempFile(directory, "guide-", ".log");
        var builder = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("START", key);
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }
}
