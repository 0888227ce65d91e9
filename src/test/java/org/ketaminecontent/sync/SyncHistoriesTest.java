package org.ketaminecontent.sync;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.editorial.PackPublisher;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.testing.SamplePack;
import org.ketaminecontent.testing.Wire;

/**
 * Whoever follows checkpoints ends with what the server has, whatever is published, withdrawn, brought back, renamed or
 * reshaped between two pages, and however long ago the last one was read.
 */
@ApiTest
class SyncHistoriesTest {

    private static final int HISTORIES = 3;
    private static final int EVENTS = 15;
    private static final String CONDITION = "conditions/sample-condition.md";

    @Inject
    PackSource importer;

    @Inject
    PackPublisher packPublisher;

    @TempDir
    Path folder;

    private SamplePack pack;
    private Random random = new Random(0);
    private int count;

    /** Terms that are live and that were taken back, each with what it is called now, by what it was first called. */
    private final Map<String, String> live = new TreeMap<>();

    private final List<String> gone = new ArrayList<>();

    @BeforeEach
    void publish_the_sample() {
        pack = SamplePack.in(folder);
        publish();
    }

    @AfterEach
    void publish_the_default_content_again() {
        packPublisher.publish(importer.read());
    }

    @Test
    void whoever_follows_checkpoints_has_what_the_server_has() {
        LongStream.rangeClosed(1, HISTORIES).forEach(this::follow);
    }

    private void follow(long seed) {
        random = new Random(seed);
        var clients = List.of(
                new StoringClient("limit=1"),
                new StoringClient("limit=2&types=glossary"),
                new StoringClient("limit=3&bodyFormat=text"),
                new StoringClient("limit=7&types=topics,conditions,side-effects,faqs&bodyFormat=markdown"));
        var sleeper = new StoringClient("limit=2");
        sleeper.step();
        for (int event = 1; event <= EVENTS; event++) {
            happen();
            clients.get(random.nextInt(clients.size())).step();
            if (event % (EVENTS / 3) == 0) {
                clients.forEach(this::holdToTheServer);
            }
        }
        holdToTheServer(sleeper);
        var late = new StoringClient("");
        holdToTheServer(late);
        assertThat(late.tombstones).as("tombstones are kept for ever").hasSizeGreaterThanOrEqualTo(gone.size());
    }

    /** Something becomes of one document or another. */
    private void happen() {
        switch (random.nextInt(6)) {
            case 0 -> write(fresh());
            case 1 -> some(new ArrayList<>(live.keySet())).ifPresent(this::write);
            case 2 ->
                some(new ArrayList<>(live.keySet())).ifPresent(term -> {
                    pack.without(file(requireNonNull(live.remove(term))));
                    gone.add(term);
                });
            case 3 ->
                some(gone).ifPresent(term -> {
                    gone.remove(term);
                    live.put(term, term);
                    write(term);
                });
            case 4 -> some(new ArrayList<>(live.keySet())).ifPresent(this::rename);
            default -> reshape();
        }
        publish();
    }

    private String fresh() {
        var term = "term-" + count++;
        live.put(term, term);
        return term;
    }

    private void write(String term) {
        var name = live.getOrDefault(term, term);
        live.put(term, name);
        pack.writing(file(name), text(name, name.equals(term) ? "" : "formerSlugs: [" + term + "]\n"));
    }

    /** It is known by what it was called first; a second name in between is given up. */
    private void rename(String term) {
        if (term.equals(live.get(term))) {
            pack.without(file(term));
            live.put(term, "new-" + term);
            write(term);
        }
    }

    /** What points at the condition, and what it points at, shows its name. */
    private void reshape() {
        var text = pack.read(CONDITION);
        pack.writing(CONDITION, text.replaceFirst("name: .*", "name: Sample condition " + count++));
    }

    private static String file(String name) {
        return "glossary/" + name + ".md";
    }

    private String text(String name, String more) {
        return "---\nterm: Word " + name + "\nconfirmation: confirmed\ndrafting: person\nreferences: [second-source]\n"
                + more + "---\nA word that stands in samples and means what it says, as of try " + count++ + ".\n";
    }

    private Optional<String> some(List<String> terms) {
        return terms.isEmpty() ? Optional.empty() : Optional.of(terms.get(random.nextInt(terms.size())));
    }

    private void publish() {
        packPublisher.publish(importer.read(folder));
    }

    private void holdToTheServer(StoringClient client) {
        var last = client.follow();
        assertThat(client.store).as(client.query()).isEqualTo(server(client.query()));
        assertThat(client.digest())
                .as(client.query())
                .isEqualTo(last.at("/meta/digest").asText());
        assertThat(client.step().path("data")).as("nothing comes twice at rest").isEmpty();
    }

    /** All that lists hold of what a client keeps in step. */
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
