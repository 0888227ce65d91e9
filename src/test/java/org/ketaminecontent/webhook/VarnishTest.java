package org.ketaminecontent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ketaminecontent.testing.Editors.made;
import static org.ketaminecontent.testing.Editors.slug;
import static org.ketaminecontent.testing.Editors.term;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.RunningApplication;

/** Readers behind a real Varnish with the VCL of the guide, which is told what to drop. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class VarnishTest {

    private static final Pattern VCL = Pattern.compile("```vcl\n(.*?)```", Pattern.DOTALL);

    @Inject
    Editors editors;

    @TempDir
    Path directory;

    private Process varnish;
    private String front;
    private String webhook;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        var program = Stream.of("/usr/sbin/varnishd", "/usr/local/sbin/varnishd", "/opt/homebrew/sbin/varnishd")
                .filter(each -> Files.isExecutable(Path.of(each)))
                .findFirst();
        assumeTrue(program.isPresent(), "Varnish is not installed here (apt-get install varnish); .ci/run has it");
        int port = RunningApplication.freePort();
        front = "http://127.0.0.1:" + port;
        var guide = VCL.matcher(Files.readString(Path.of("docs/webhooks.md")));
        assertThat(guide.find()).isTrue();
        var vcl = Files.writeString(
                directory.resolve("default.vcl"),
                "vcl 4.1;\nbackend default { .host = \"127.0.0.1\"; .port = \"" + RestAssured.port + "\"; }\n"
                        + guide.group(1));
        varnish = new ProcessBuilder(
                        program.get(),
                        "-F",
                        "-j",
                        "none",
                        "-n",
                        directory.resolve("work").toString(),
                        "-a",
                        "127.0.0.1:" + port,
                        "-T",
                        "none",
                        "-s",
                        "malloc,32m",
                        "-f",
                        vcl.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        Eventually.until("Varnish listens", () -> isListening(port));
        webhook = made(
                        editors.admin()
                                .post("/webhooks", Map.of("name", "Varnish", "kind", "varnish", "url", front + "/")),
                        201)
                .path("id")
                .asText();
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (webhook != null) {
            editors.admin().request().delete("/editorial/v1/webhooks/" + webhook);
        }
        if (varnish != null) {
            varnish.destroy();
            varnish.waitFor();
        }
    }

    private Response read(String document) {
        return RestAssured.given().get(front + "/v1/" + document);
    }

    /** A hit names two requests: this one and the one that brought the answer. */
    private static boolean isHit(Response answer) {
        return answer.header("X-Varnish").contains(" ");
    }

    @Test
    void what_changed_is_new_at_the_next_read_and_the_rest_stays() throws Exception {
        var changing = slug();
        var staying = slug();
        var document = "glossary/"
                + editors.publish("glossary", changing, term("Changing " + changing))
                        .path("id")
                        .asText();
        editors.publish("glossary", staying, term("Staying " + staying));
        awaitPurge();
        for (var each : new String[] {"glossary/" + changing, "glossary/" + staying, "glossary"}) {
            read(each);
            assertThat(isHit(read(each))).as(each + " is warm").isTrue();
        }

        editors.writer()
                .changes(
                        document,
                        Map.of(
                                "content",
                                Map.of("body", "Another word that stands here, so that the cache has to drop it.")));
        editors.publish(document);
        awaitPurge();

        var changed = read("glossary/" + changing);
        assertThat(isHit(changed)).isFalse();
        assertThat(changed.jsonPath().getInt("data.version")).isEqualTo(2);
        assertThat(isHit(read("glossary"))).as("a list that shows it").isFalse();
        assertThat(isHit(read("glossary/" + staying)))
                .as("what does not show it")
                .isTrue();
    }

    /** A second after a change, its purge is planned. */
    private void awaitPurge() {
        var planned = Instant.now().plusSeconds(1);
        Eventually.until(
                "all is purged",
                () -> Instant.now().isAfter(planned)
                        && editors
                                .admin()
                                .get("/webhooks/" + webhook + "/deliveries")
                                .jsonPath()
                                .<String>getList("data.state")
                                .stream()
                                .allMatch("delivered"::equals));
    }
}
