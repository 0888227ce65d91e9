package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** A server on the internet, behind a proxy with TLS, limits editors and those who guess keys, and guards their sessions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExposedEditingIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                        directory,
                        Map.of(
                                "KETAMINE_CONTENT_PACK_DIRECTORY",
                                SamplePack.in(directory.resolve("pack"))
                                        .folder()
                                        .toString(),
                                "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                                "make",
                                "KETAMINE_CONTENT_HTTP_TRUSTED_PROXIES",
                                "127.0.0.0/8,::1",
                                "KETAMINE_CONTENT_STUDIO_KEY_SIGN_IN",
                                "true",
                                "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                                "https://content.example"))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static String key() {
        return application.printedKey().orElseThrow();
    }

    @Test
    void who_asks_too_much_or_guesses_keys_is_told_to_wait() {
        var good = "Bearer " + key();

        var first = write(good);
        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"writes\";q=60;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"writes\";r=59;t=");
        var last = first;
        for (int i = 0; i < 70 && last.statusCode() != 429; i++) {
            last = write(good);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(application.get("/editorial/v1/me", "Authorization", good).statusCode())
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
        assertThat(application.get("/editorial/v1/me", "Authorization", good).statusCode())
                .isEqualTo(200);
        // Behind the proxy others come in; one who says so of themselves does not.
        assertThat(guessFrom("203.0.113.7").statusCode()).isEqualTo(401);
        for (int i = 0; i < 10; i++) {
            guessFrom("198.51.100." + i + ", 203.0.113.7");
        }
        assertThat(guessFrom("198.51.100.99, 203.0.113.7").statusCode()).isEqualTo(429);
        assertThat(guessFrom("2001:db8::1").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> guessFrom(String client) {
        return application.get("/v1/topics", "Authorization", "Bearer kc_guess", "X-Forwarded-For", client);
    }

    @Test
    void behind_https_the_studio_s_cookie_is_for_this_site_alone() throws Exception {
        assertThat(application.log()).contains("ketamine-content.access.secret is not set");
        var form = HttpRequest.newBuilder(URI.create(application.address() + "/studio/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("key=" + key()))
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

    private static HttpResponse<String> write(String authorization) {
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
}
