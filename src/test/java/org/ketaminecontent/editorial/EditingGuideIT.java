package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    @Test
    void nobody_may_edit_until_somebody_is_let_in(@TempDir Path folder) {
        var pack = SamplePack.in(folder.resolve("pack")).folder().toString();
        try (var application = RunningApplication.start(folder, Map.of("KETAMINE_CONTENT_PACK_DIRECTORY", pack))
                .awaitReady()) {
            for (var path : List.of("/editorial/v1/me", "/editorial/v1/topics", "/studio", "/studio/sign-in")) {
                var answer = application.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).contains("Nobody may edit here");
            }
            assertThat(application.printedKey()).isEmpty();
        }
    }

    @Test
    void who_asks_too_much_or_guesses_keys_is_told_to_wait(@TempDir Path folder) {
        var pack = SamplePack.in(folder.resolve("pack")).folder().toString();
        var settings = Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                pack,
                "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                "make",
                "KETAMINE_CONTENT_HTTP_TRUSTED_PROXIES",
                "127.0.0.0/8,::1");
        try (var application = RunningApplication.start(folder, settings).awaitReady()) {
            var good = "Bearer " + key(application);

            var first = write(application, good);
            assertThat(first.statusCode()).isEqualTo(400);
            assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"writes\";q=60;w=60");
            assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"writes\";r=59;t=");
            var last = first;
            for (int i = 0; i < 70 && last.statusCode() != 429; i++) {
                last = write(application, good);
            }
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(application
                            .get("/editorial/v1/me", "Authorization", good)
                            .statusCode())
                    .isEqualTo(200);

            // Ten guesses are let try.
            for (int i = 0; i < 10; i++) {
                assertThat(application
                                .get("/v1/topics", "Authorization", "Bearer kc_guess")
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(application
                            .get("/v1/topics", "Authorization", "Bearer kc_guess")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(application.get("/v1/topics").statusCode()).isEqualTo(200);
            // Nobody who holds a good key waits for whoever guesses.
            assertThat(application
                            .get("/editorial/v1/me", "Authorization", good)
                            .statusCode())
                    .isEqualTo(200);
            // Behind the proxy others come in; one who says so of themselves does not.
            assertThat(guessFrom(application, "203.0.113.7").statusCode()).isEqualTo(401);
            for (int i = 0; i < 10; i++) {
                guessFrom(application, "198.51.100." + i + ", 203.0.113.7");
            }
            assertThat(guessFrom(application, "198.51.100.99, 203.0.113.7").statusCode())
                    .isEqualTo(429);
            assertThat(guessFrom(application, "2001:db8::1").statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> guessFrom(RunningApplication application, String client) {
        return application.get("/v1/topics", "Authorization", "Bearer kc_guess", "X-Forwarded-For", client);
    }

    @Test
    void behind_https_the_studio_s_cookie_is_for_this_site_alone(@TempDir Path folder) throws Exception {
        var settings = Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(folder.resolve("pack")).folder().toString(),
                "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                "make",
                "KETAMINE_CONTENT_STUDIO_KEY_SIGN_IN",
                "true",
                "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                "https://content.example");
        try (var application = RunningApplication.start(folder, settings).awaitReady()) {
            assertThat(application.log()).contains("ketamine-content.access.secret is not set");
            var form = HttpRequest.newBuilder(URI.create(application.address() + "/studio/sign-in"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("key=" + key(application)))
                    .build();

            var answer = CLIENT.send(form, HttpResponse.BodyHandlers.ofString());

            var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie)
                    .startsWith("__Host-studio=")
                    .contains("Secure", "HTTPOnly", "SameSite=Strict", "Path=/;")
                    .doesNotContain("Domain");
            var pair = cookie.substring(0, cookie.indexOf(';'));
            assertThat(application.get("/studio", "Cookie", pair).statusCode()).isEqualTo(200);
            assertThat(application
                            .get("/studio", "Cookie", pair.replace("__Host-", ""))
                            .statusCode())
                    .isEqualTo(303);
        }
    }

    private static HttpResponse<String> write(RunningApplication application, String authorization) {
        try {
            var request = HttpRequest.newBuilder(URI.create(application.address() + "/editorial/v1/glossary"))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(""))
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
