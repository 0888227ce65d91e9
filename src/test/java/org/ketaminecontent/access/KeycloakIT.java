package org.ketaminecontent.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.Keycloak;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** People sign in with a real Keycloak: {@code ./mvnw -Pkeycloak verify -Dit.test=KeycloakIT}. */
@Tag("keycloak")
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakIT {

    /** A proxy that there is not: what goes there goes to the application. */
    private static final String PUBLIC = "http://content.example";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static Keycloak keycloak;
    private static OwnDatabase database;
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start(directory);
        database = new OwnDatabase(directory.resolve("database")).start();
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(directory.resolve("pack")).folder().toString(),
                "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                "make",
                "KETAMINE_CONTENT_ACCESS_SECRET",
                "a secret that is for tests and nothing else",
                "KETAMINE_CONTENT_HTTP_PUBLIC_URL",
                PUBLIC,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.realm(),
                "QUARKUS_OIDC_CLIENT_ID",
                "content-api",
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                "for-tests",
                "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH",
                "roles"));
        application = RunningApplication.start(directory, settings).awaitReady();
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
        keycloak.close();
    }

    @Test
    void without_a_token_nobody_comes_in() {
        var answer = send("GET", "/me", null, null, null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void a_token_that_somebody_changed_is_none() {
        var parts = keycloak.token("test-author").split("\\.");
        var forged = parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];

        for (var token : List.of("nonsense", "a.b.c", forged)) {
            assertThat(send("GET", "/me", token, null, null).statusCode()).isEqualTo(401);
            assertThat(application
                            .get("/v1/topics", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void tokens_that_are_for_others_or_no_access_tokens_are_none() {
        var own = keycloak.tokens("test-admin", "content-api");
        assertThat(me(own.path("access_token").asText())).isEqualTo(200);

        assertThat(me(own.path("id_token").asText())).as("ID token").isEqualTo(401);
        assertThat(me(own.path("refresh_token").asText())).as("refresh token").isEqualTo(401);
        assertThat(me(keycloak.tokens("test-admin", "other-app")
                        .path("access_token")
                        .asText()))
                .as("without the audience")
                .isEqualTo(401);
        assertThat(me(keycloak.tokens("test-admin", "without-sub")
                        .path("access_token")
                        .asText()))
                .as("without sub")
                .isEqualTo(401);
    }

    private static int me(String token) {
        return send("GET", "/me", token, null, null).statusCode();
    }

    @Test
    void a_key_of_the_start_makes_no_key_that_signs() {
        var start = application.printedKey().orElseThrow();
        var wanted =
                "{\"name\":\"k\",\"scopes\":[\"read\",\"review\"],\"reviewerName\":\"Test Reviewer\",\"credentials\":\"MD\"}";

        assertThat(send("POST", "/keys", start, wanted, null).statusCode()).isEqualTo(403);
        assertThat(send("POST", "/keys", start, "{\"name\":\"k\",\"scopes\":[\"read\"]}", null)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void the_person_who_made_a_key_rotates_it_and_nobody_else() {
        var key = Json.parse(
                send("POST", "/keys", keycloak.token("test-admin"), "{\"name\":\"k\",\"scopes\":[\"read\"]}", null)
                        .body());
        var path = "/keys/" + key.path("id").asText() + "/rotate";

        assertThat(send("POST", path, keycloak.token("test-author"), "{}", null).statusCode())
                .isEqualTo(403);
        assertThat(send("POST", path, keycloak.token("test-admin"), "{}", null).statusCode())
                .isEqualTo(201);
    }

    @Test
    void signing_in_leads_back_to_the_public_address_and_proves_who_began() {
        var answer = application.get("/studio/provider");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .contains("redirect_uri=http%3A%2F%2Fcontent.example%2Fstudio%2Fprovider")
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=");
    }

    @Test
    void who_has_no_role_may_do_nothing() {
        var answer = send("GET", "/me", keycloak.token("test-stranger"), null, null);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Json.parse(answer.body()).path("needed").asText()).isEqualTo("read");
    }

    @ParameterizedTest
    @CsvSource({
        "test-author,read write",
        "test-reviewer,read review",
        "test-publisher,read publish",
        "test-admin,read write publish admin",
        "test-both,read write review"
    })
    void roles_give_their_rights(String person, String rights) {
        var me = ok(send("GET", "/me", keycloak.token(person), null, null));

        assertThat(String.join(" ", Json.texts(me, "rights"))).isEqualTo(rights);
        assertThat(me.path("id").asText()).startsWith("oidc:");
    }

    @Test
    void a_document_is_written_signed_and_published_by_three_people() {
        var slug = "signed-" + UUID.randomUUID();
        draft(slug, "test-author");
        step(slug, "submit", "test-author");
        var approved = step(slug, "approve", "test-reviewer");
        assertThat(approved.path("state").asText()).isEqualTo("approved");
        step(slug, "publish", "test-publisher");

        var review = Json.parse(application.get("/v1/glossary/" + slug).body()).at("/data/review");
        assertThat(review.path("status").asText()).isEqualTo("current");
        assertThat(review.at("/reviewedBy/name").asText()).isEqualTo("Test Reviewer");
        assertThat(review.at("/reviewedBy/credentials").asText()).isEqualTo("MD (test)");
    }

    @Test
    void nobody_signs_what_they_wrote_nor_does_their_key() {
        var slug = "own-" + UUID.randomUUID();
        draft(slug, "test-both");
        step(slug, "submit", "test-both");

        var answer = send("POST", "/glossary/" + slug + "/approve", keycloak.token("test-both"), "{}", etag(slug));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Json.parse(answer.body()).path("code").asText()).isEqualTo("own-work");
    }

    @Test
    void a_key_never_exceeds_its_maker() {
        var admin = keycloak.token("test-admin");

        var review = send("POST", "/keys", admin, "{\"name\":\"k\",\"scopes\":[\"review\"]}", null);
        assertThat(review.statusCode()).isEqualTo(403);
        var key = send("POST", "/keys", admin, "{\"name\":\"k\",\"scopes\":[\"read\",\"write\"]}", null);
        assertThat(key.statusCode()).isEqualTo(201);
        assertThat(Json.parse(key.body()).path("owner").asText()).startsWith("oidc:");
    }

    @Test
    void the_studio_leads_to_the_provider_and_back() {
        var visitor = new Visitor();

        var list = visitor.signIn();

        assertThat(list.statusCode()).as(list.uri() + "\n" + list.body()).isEqualTo(200);
        assertThat(list.uri().getPath()).isEqualTo("/studio");
        assertThat(list.body()).contains("Signed in as Test Author", "Write something new");
    }

    @Test
    void signing_out_ends_every_copy_of_a_sign_in() {
        var visitor = new Visitor();
        visitor.signIn();
        var copy = visitor.cookies();
        assertThat(application.get("/studio", "Cookie", copy).statusCode()).isEqualTo(200);

        visitor.go(URI.create(application.address() + "/studio/sign-out"), "");

        assertThat(application.get("/studio", "Cookie", copy).statusCode()).isEqualTo(303);
    }

    /** Follows where it is led, and sends each site its cookies, those too that a browser keeps for HTTPS or localhost. */
    private static final class Visitor {

        private final Map<String, Map<String, String>> cookies = new HashMap<>();

        HttpResponse<String> signIn() {
            var login = go(URI.create(application.address() + "/studio/provider"), null);
            assertThat(login.statusCode()).isEqualTo(200);
            var action = Pattern.compile("action=\"([^\"]+)\"").matcher(login.body());
            assertThat(action.find()).as(login.body()).isTrue();
            return go(URI.create(action.group(1).replace("&amp;", "&")), "username=test-author&password=test");
        }

        /** Those of the application, as a header has them. */
        String cookies() {
            return header(cookies.getOrDefault(URI.create(application.address()).getAuthority(), Map.of()));
        }

        private static String header(Map<String, String> cookies) {
            return cookies.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("; "));
        }

        HttpResponse<String> go(URI place, @Nullable String form) {
            var address = URI.create(place.toString().replace(PUBLIC, application.address()));
            var mine = cookies.computeIfAbsent(address.getAuthority(), site -> new HashMap<>());
            var request = HttpRequest.newBuilder(address);
            if (!mine.isEmpty()) {
                request.header("Cookie", header(mine));
            }
            if (form != null) {
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
            }
            var answer = exchange(request.build());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                mine.put(pair[0], pair[1]);
            });
            var next = answer.headers().firstValue("Location");
            return next.isPresent() ? go(address.resolve(next.get()), null) : answer;
        }
    }

    private static void draft(String slug, String person) {
        var body = "{\"slug\":\"" + slug + "\",\"content\":" + Editors.term(slug) + "}";
        assertThat(send("POST", "/glossary", keycloak.token(person), body, null).statusCode())
                .isEqualTo(201);
    }

    private static JsonNode step(String slug, String step, String person) {
        return ok(send("POST", "/glossary/" + slug + "/" + step, keycloak.token(person), "{}", etag(slug)));
    }

    private static String etag(String slug) {
        return ok(send("GET", "/glossary/" + slug, keycloak.token("test-author"), null, null))
                .path("etag")
                .asText();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.parse(answer.body());
    }

    private static HttpResponse<String> send(
            String method, String path, @Nullable String token, @Nullable String body, @Nullable String etag) {
        var request = HttpRequest.newBuilder(URI.create(application.address() + "/editorial/v1" + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return exchange(request.build());
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
