package org.ketaminecontent.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;
import org.ketaminecontent.testing.Wire;

/** Whatever editors do, and however far each client is: whoever follows checkpoints has what the server has. */
@Tag("drill")
class SyncHistoriesIT {

    private static final String CONDITION = "conditions/sample-condition";
    private static final int CLIENTS = 4;

    private enum Deed {
        CREATE,
        REWRITE,
        RENAME,
        WITHDRAW,
        BRING_BACK,
        RESHAPE
    }

    /** Something that an editor does to one of the documents, and one of the clients that then reads a page. */
    record Event(Deed deed, int document, int client) {}

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The application and its editors, for all histories. */
    private static final class Running {

        static final RunningApplication APPLICATION = start();
        static final Editors EDITORS =
                Editors.withBootstrap(APPLICATION.printedKey().orElseThrow());

        private static RunningApplication start() {
            try {
                var directory = Files.createTempDirectory("sync-histories-");
                var settings = Map.of(
                        "KETAMINE_CONTENT_PACK_DIRECTORY",
                        SamplePack.in(directory.resolve("pack")).folder().toString(),
                        "KETAMINE_CONTENT_ACCESS_BOOTSTRAP_KEY",
                        "make",
                        "KETAMINE_CONTENT_ACCESS_WRITES_PER_MINUTE",
                        "100000");
                return RunningApplication.start(directory, settings).awaitReady();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeContainer
    static void start() {
        RestAssured.port = URI.create(Running.APPLICATION.address()).getPort();
    }

    @AfterContainer
    static void stop() {
        Running.APPLICATION.close();
        RestAssured.reset();
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Deed.class),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, CLIENTS - 1))
                .as(Event::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(20);
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void whoever_follows_checkpoints_has_what_the_server_has(@ForAll("histories") List<Event> history) {
        var clients = List.of(
                new StoringClient("limit=1"),
                new StoringClient("limit=2&types=glossary"),
                new StoringClient("limit=3&bodyFormat=text"),
                new StoringClient("limit=7&types=topics,conditions,side-effects,faqs&bodyFormat=markdown"));
        var away = new StoringClient("limit=2");
        away.step();
        var live = new ArrayList<String>();
        var gone = new ArrayList<String>();
        for (int i = 0; i < history.size(); i++) {
            var event = history.get(i);
            happen(event, live, gone);
            clients.get(event.client()).step();
            if (i == history.size() / 2) {
                clients.forEach(SyncHistoriesIT::holdToTheServer);
            }
        }
        clients.forEach(SyncHistoriesIT::holdToTheServer);
        holdToTheServer(away);
        var late = new StoringClient("");
        holdToTheServer(late);
        assertThat(late.tombstones).as("tombstones are kept forever").containsAll(gone);
    }

    private static void happen(Event event, List<String> live, List<String> gone) {
        switch (event.deed()) {
            case CREATE -> live.add(create());
            case RESHAPE ->
                change(CONDITION, Map.of("content", Map.of("name", "Sample condition " + COUNT.incrementAndGet())));
            case BRING_BACK -> {
                if (!gone.isEmpty()) {
                    var id = gone.remove(event.document() % gone.size());
                    rewrite(id);
                    live.add(id);
                }
            }
            default -> {
                if (live.isEmpty()) {
                    live.add(create());
                } else {
                    happen(event.deed(), event.document() % live.size(), live, gone);
                }
            }
        }
    }

    private static void happen(Deed deed, int place, List<String> live, List<String> gone) {
        var id = live.get(place);
        switch (deed) {
            case RENAME ->
                change(
                        "glossary/" + id,
                        Map.of("slug", "renamed-" + COUNT.incrementAndGet(), "note", "It has another name."));
            case WITHDRAW -> {
                Running.EDITORS
                        .publisher()
                        .does("glossary/" + id, "withdraw", Map.of("reason", "It is no longer needed."));
                gone.add(live.remove(place));
            }
            default -> rewrite(id);
        }
    }

    private static String create() {
        var name = "word-" + COUNT.incrementAndGet();
        return Running.EDITORS
                .publish("glossary", name, Editors.term("Word " + name))
                .path("id")
                .asText();
    }

    private static void rewrite(String id) {
        var body =
                "A word that stands here so that a test can write it for the " + COUNT.incrementAndGet() + "th time.";
        change("glossary/" + id, Map.of("content", Map.of("body", body)));
    }

    private static void change(String document, Map<String, ?> patch) {
        Running.EDITORS.writer().changes(document, patch);
        Running.EDITORS.publish(document);
    }

    private static void holdToTheServer(StoringClient client) {
        var last = client.follow();
        assertThat(client.store).as(client.query()).isEqualTo(server(client.query()));
        assertThat(client.digest())
                .as(client.query())
                .isEqualTo(last.at("/meta/digest").asText());
        assertThat(client.step().path("data")).as("nothing comes twice at rest").isEmpty();
    }

    /** All documents in the lists of what a client keeps in step. */
    private static Map<String, JsonNode> server(String query) {
        var types = query.contains("types=")
                ? List.of(query.replaceFirst(".*types=([^&]*).*", "$1").split(","))
                : Json.texts(Api.read("/v1"), "data.type");
        var format = query.contains("bodyFormat=") ? query.replaceFirst(".*bodyFormat=([^&]*).*", "$1") : "html";
        var all = new HashMap<String, JsonNode>();
        types.forEach(type -> Wire.get("/v1/" + type + "?view=full&limit=100&bodyFormat=" + format)
                .json()
                .path("data")
                .forEach(document -> all.put(document.path("id").asText(), document)));
        return new TreeMap<>(all);
    }
}
