package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.Receiver;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/**
 * Whatever is killed at whatever moment of a publication, all of it is there or nothing, and nothing that was acknowledged
 * is lost. {@code -Dcrash.rounds=50} kills fifty times each; without it, two times and once.
 */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 2);

    /** Each takes two starts, so that one has to do where nobody asks for more. */
    private static final int LOCAL_ROUNDS = Integer.getInteger("crash.rounds", 1);

    private static final int DOCUMENTS = 4;
    private static final int CREATED = 201;
    private static final int LATEST_MILLIS = 250;
    private static final long SEED = 20;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    static Path directory;

    private static OwnDatabase database;
    private static RunningApplication application;
    private static final Receiver listener = Receiver.start();
    private static Map<String, String> settings;
    private static String writer;
    private static String reviewer;

    @BeforeAll
    static void start() {
        database = new OwnDatabase(directory.resolve("database")).start();
        settings = new HashMap<>(database.settings());
        settings.put(
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(directory.resolve("pack")).folder().toString());
        settings.put("KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY", "make");
        settings.put("KETAMINE_CONTENT_ACCESS_WRITES_PER_MINUTE", "100000");
        settings.put("KETAMINE_CONTENT_WEBHOOKS_PRIVATE_TARGETS", "127.0.0.1:*");
        application = RunningApplication.start(directory, settings).awaitReady();
        var start = madeKey();
        writer = writersKey(start);
        reviewer = send(
                        "/keys",
                        "{\"name\":\"Test Reviewer\",\"scopes\":[\"read\",\"review\"],\"reviewerName\":\"Test Reviewer\","
                                + "\"credentials\":\"MD (test)\"}",
                        start,
                        null)
                .path("key")
                .asText();
    }

    /** An event is told within milliseconds; the listener takes its time, so that kills come in the midst of it. */
    private static void listen() {
        listener.answering(request -> {
            try {
                Thread.sleep(LATEST_MILLIS / 2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Receiver.Answer(204, Map.of(), "");
        });
        send(
                "/webhooks",
                "{\"name\":\"Listener\",\"kind\":\"standard\",\"url\":\"" + listener.url() + "\"}",
                writer,
                null);
    }

    private static String writersKey(String start) {
        return send(
                        "/keys",
                        "{\"name\":\"Test Writer\",\"scopes\":[\"read\",\"write\",\"publish\",\"admin\"]}",
                        start,
                        null)
                .path("key")
                .asText();
    }

    private static String madeKey() {
        return application.printedKey().orElseThrow();
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
        listener.close();
    }

    @Test
    void a_publication_is_whole_or_has_not_been() throws Exception {
        listen();
        var random = new Random(SEED);
        int whole = 0;
        int nothing = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var names = approved(round);
            var body = release(names);
            var sent = CompletableFuture.runAsync(() -> trySend("/releases", body));
            Thread.sleep(random.nextInt(LATEST_MILLIS));
            if (round % 2 == 0) {
                application.kill();
            } else {
                database.kill();
            }
            sent.join();
            database.start();
            if (!application.isAlive()) {
                application = RunningApplication.start(directory, settings);
            }
            application.awaitReady().await("with its database", CrashIT::answers);

            int live = Integer.parseInt(
                    database.value("select count(*) from glossary_term where slug like 'crash-" + round + "-%'"));
            assertThat(live).as("round " + round).isIn(0, DOCUMENTS);
            whole += live == 0 ? 0 : 1;
            nothing += live == 0 ? 1 : 0;
            everythingAgrees("round " + round);
        }
        assertThat(whole + nothing).isEqualTo(ROUNDS);
        everythingIsTold();
    }

    /** Of what was on its way when somebody was killed, another process would make a new attempt after a minute and a half. */
    private static void everythingIsTold() {
        application.await("told of everything", () -> {
            database.execute("update webhook_delivery set due_at = now() where state = 'PENDING'"
                    + " and due_at > now() + interval '10 seconds'");
            return database.value(
                            "select (select min(position) from webhook_endpoint) = (select max(number) from change)"
                                    + " and not exists (select 1 from webhook_delivery where state = 'PENDING')")
                    .equals("t");
        });
        var told = listener.all().stream()
                .map(request ->
                        Json.parse(request.body()).path("data").path("slug").asText() + " "
                                + request.headers().get("webhook-id"))
                .distinct()
                .toList();
        var published = database.value("select coalesce(string_agg(slug, ','), '') from change"
                + " where slug like 'crash-%' and action = 'PUBLISHED'");
        assertThat(told.stream().map(each -> each.substring(0, each.indexOf(' '))))
                .as("each change once, however often it was sent")
                .containsExactlyInAnyOrderElementsOf(published.isEmpty() ? List.of() : List.of(published.split(",")));
    }

    /** With the database that the application brings along, as it is by default. */
    @Test
    void nothing_that_was_acknowledged_is_lost(@TempDir Path folder) throws Exception {
        var random = new Random(SEED);
        var local = new HashMap<String, String>();
        settings.forEach((name, value) -> {
            if (!name.startsWith("QUARKUS_DATASOURCE")) {
                local.put(name, value);
            }
        });
        var before = application;
        var keyBefore = writer;
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var threads = new Writers()) {
            application = RunningApplication.start(folder, local).awaitReady();
            writer = writersKey(madeKey());
            for (int round = 0; round < LOCAL_ROUNDS; round++) {
                int known = acknowledged.size();
                var writing = threads.begin(round, acknowledged);
                // In the midst of it, and never before the first of this round.
                application.await("writing", () -> acknowledged.size() > known);
                Thread.sleep(LATEST_MILLIS - random.nextInt(LATEST_MILLIS));
                application.killAll();
                writing.join();

                application = RunningApplication.start(folder, local).awaitReady();
                assertThat(acknowledged)
                        .as("round " + round)
                        .isSubsetOf(Set.of(application
                                .localValue("select string_agg(slug, ',') from work where collection = 'glossary'")
                                .split(",")));
            }
        } finally {
            application.close();
            application = before;
            writer = keyBefore;
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(LOCAL_ROUNDS);
    }

    /** People who write drafts until nobody answers any more. */
    private static final class Writers implements AutoCloseable {

        private static final int COUNT = 4;

        private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);

        CompletableFuture<Void> begin(int round, Set<String> acknowledged) {
            return CompletableFuture.allOf(IntStream.range(0, COUNT)
                    .mapToObj(
                            each -> CompletableFuture.runAsync(() -> write(round + "-" + each, acknowledged), threads))
                    .toArray(CompletableFuture[]::new));
        }

        private static void write(String name, Set<String> acknowledged) {
            try {
                for (int i = 0; true; i++) {
                    var slug = "kept-" + name + "-" + i;
                    var body = "{\"slug\":\"" + slug + "\",\"content\":" + Editors.term("Kept " + name + " " + i) + "}";
                    if (exchange("/glossary", body, writer, null).statusCode() == CREATED) {
                        acknowledged.add(slug);
                    }
                }
            } catch (IOException e) {
                // Whoever was killed does not answer.
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static boolean answers() {
        try {
            return exchange("/reviews", null, writer, null).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Live tables, revisions, the change log, renditions, what they are found by, and the audit trail say the same. */
    private static void everythingAgrees(String when) {
        assertNone(when, "a live work whose entry says something else", """
                select count(*) from work w join revision r on r.work_id = w.id and r.number = w.live
                where w.collection = 'glossary' and not exists (select 1 from glossary_term t
                    where t.id = w.id and t.content_hash = r.content_hash and t.slug = r.slug)""");
        assertNone(when, "an entry without a live work", """
                select count(*) from glossary_term t
                where not exists (select 1 from work w where w.id = t.id and w.live is not null)""");
        assertNone(when, "an entry whose version the change log does not end with", """
                select count(*) from glossary_term t where t.version <> coalesce((select version from change c
                    where c.entry_id = t.id and c.action in ('PUBLISHED', 'MOVED') order by number desc limit 1), 0)""");
        assertNone(when, "an entry without a rendition or a rendition without an entry", """
                select count(*) from glossary_term t full join
                    (select * from rendition where document like 'glossary/%') r on r.entry_id = t.id
                where t.id is null or r.entry_id is null""");
        assertNone(when, "an entry that the search does not know", """
                select count(*) from glossary_term t
                where not exists (select 1 from rendition r where r.entry_id = t.id and r.search_text <> '')""");
        assertNone(when, "an approved work that is live without being published", """
                select count(*) from work where state = 'PUBLISHED' and live is distinct from head""");
        assertNone(when, "a publication that nobody remembers", """
                select count(*) from work w where w.collection = 'glossary' and w.live is not null and not exists
                    (select 1 from audit_entry a where a.subject = w.id::text and a.action = 'publish'
                        and a.revision = w.live)""");
        var verification = send("/audit/verification", null, writer, null);
        assertThat(verification.path("intact").asBoolean()).as(when).isTrue();
    }

    private static void assertNone(String when, String what, String count) {
        assertThat(database.value(count)).as(when + ": " + what).isEqualTo("0");
    }

    private static List<JsonNode> approved(int round) {
        var documents = new ArrayList<JsonNode>();
        for (int i = 0; i < DOCUMENTS; i++) {
            var slug = "crash-" + round + "-" + i;
            var made = send(
                    "/glossary",
                    "{\"slug\":\"" + slug + "\",\"content\":" + Editors.term("Crash " + round + " " + i) + "}",
                    writer,
                    null);
            var submitted = send(
                    "/glossary/" + slug + "/submit",
                    "",
                    writer,
                    made.path("etag").asText());
            documents.add(send(
                    "/glossary/" + slug + "/approve",
                    "",
                    reviewer,
                    submitted.path("etag").asText()));
        }
        return documents;
    }

    private static String release(List<JsonNode> documents) {
        var going = documents.stream()
                .map(each -> "{\"document\":\"glossary/" + each.path("slug").asText() + "\",\"etag\":" + "\""
                        + each.path("etag").asText().replace("\"", "\\\"") + "\"}")
                .toList();
        return "{\"title\":\"Crash\",\"publish\":[" + String.join(",", going) + "]}";
    }

    private static void trySend(String path, String body) {
        try {
            exchange(path, body, writer, null);
        } catch (IOException e) {
            // Whoever was killed does not answer.
        }
    }

    private static JsonNode send(String path, @Nullable String body, String key, @Nullable String etag) {
        try {
            var answer = exchange(path, body, key, etag);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private static HttpResponse<String> exchange(String path, @Nullable String body, String key, @Nullable String etag)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(application.address() + "/editorial/v1" + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + key);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
