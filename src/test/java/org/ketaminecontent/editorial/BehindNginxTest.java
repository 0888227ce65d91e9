package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.RunningApplication;

/** An editor behind a real nginx that zips answers, and so makes their entity tags weak ones. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class BehindNginxTest {

    private static final String CONFIGURATION = """
            daemon off;
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
              access_log off;
              gzip on;
              gzip_proxied any;
              gzip_types application/json;
              gzip_min_length 1;
              server {
                listen 127.0.0.1:%d;
                location / {
                  proxy_pass http://127.0.0.1:%d;
                  proxy_set_header Host $http_host;
                }
              }
            }
            """;

    @Inject
    Editors editors;

    @TempDir
    Path directory;

    private Process nginx;
    private int port;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx", "/opt/homebrew/bin/nginx")
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        assumeTrue(program.isPresent(), "nginx is not installed here (apt-get install nginx-light); .ci/run has it");
        port = RunningApplication.freePort();
        var configuration =
                Files.writeString(directory.resolve("nginx.conf"), CONFIGURATION.formatted(port, RestAssured.port));
        nginx = new ProcessBuilder(program.get(), "-p", directory.toString(), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Eventually.until("nginx listens", this::isListening);
    }

    private boolean isListening() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop() {
        if (nginx != null) {
            nginx.destroy();
            nginx.onExit().join();
        }
    }

    @Test
    void changes_what_was_read_with_the_tag_that_it_came_with() throws IOException, InterruptedException {
        var draft = editors.writer().create("glossary", Editors.slug(), Editors.term("A word of a test"));
        var address = "/editorial/v1/glossary/" + draft.path("id").asText();

        var read = send(request(address).header("Accept-Encoding", "gzip").GET());
        var etag = read.headers().firstValue("ETag").orElseThrow();
        var changed = send(change(address, etag));
        var late = send(change(address, etag));

        assertThat(read.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(etag).startsWith("W/");
        assertThat(List.of(changed.statusCode(), late.statusCode())).containsExactly(200, 412);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Bearer " + editors.writer().key());
    }

    private HttpRequest.Builder change(String address, String etag) {
        return request(address)
                .header("If-Match", etag)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"note\":\"A word\"}"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
