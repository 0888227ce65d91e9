package org.ketaminecontent.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;

/** A real Keycloak, as its makers package it, with a realm of invented people. */
public final class Keycloak implements AutoCloseable {

    /** Where the build unpacks it. */
    private static final Path UNPACKED = Path.of("target/keycloak");

    private static final Path REALM = Path.of("src/test/resources/keycloak/ketamine-realm.json");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port = RunningApplication.freePort();
    private final Process process;

    private Keycloak(Path home, Path log) throws IOException {
        var imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imports.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        var builder = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toAbsolutePath().toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.matches("(QUARKUS|KC_).*"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** Starts it and waits until it knows the realm. */
    public static Keycloak start(Path directory) {
        try (var homes = Files.list(UNPACKED)) {
            var home = homes.filter(each -> each.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("run with -Pkeycloak, which unpacks it"));
            var log = directory.resolve("keycloak.log");
            var keycloak = new Keycloak(home, log);
            keycloak.await(log);
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status(realm() + "/.well-known/openid-configuration") != 200) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                end();
                throw new AssertionError("Keycloak does not start:\n" + Files.readString(log));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static int status(String address) {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The issuer's address. */
    public String realm() {
        return "http://127.0.0.1:" + port + "/realms/ketamine";
    }

    /** An access token of one of the realm's people. */
    public String token(String person) {
        return tokens(person, "content-api").path("access_token").asText();
    }

    /** All tokens that a client gets for one of the realm's people. */
    public JsonNode tokens(String person, String client) {
        var form = "grant_type=password&client_id=" + client + "&client_secret=for-tests&scope=openid+profile&username="
                + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password=test";
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(realm() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(person + ": " + answer.body());
            }
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        end();
        process.onExit().join();
    }
}
