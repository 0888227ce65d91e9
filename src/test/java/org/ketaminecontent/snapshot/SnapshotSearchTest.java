package org.ketaminecontent.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.sqlite.JDBC;

/** The search of {@code docs/offline.md}, in the database of a snapshot. */
@ApiTest
class SnapshotSearchTest {

    private static final Pattern STATEMENT =
            Pattern.compile("^(with recursive\n.*?limit \\?)", Pattern.DOTALL | Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Inject
    SnapshotMaker maker;

    @Inject
    SnapshotStore store;

    @TempDir
    Path folder;

    private Connection database;

    @BeforeEach
    void open() throws IOException, SQLException {
        // Where nothing has changed since, the snapshot of the test before is right.
        maker.make();
        var file = store.read().latest().orElseThrow().files().stream()
                .filter(each ->
                        each.format() == Snapshot.Format.SQLITE && each.compression() == Snapshot.Compression.NONE)
                .findFirst()
                .orElseThrow();
        var name = file.href().substring(file.href().lastIndexOf('/') + 1);
        var copy = Files.copy(store.file(name), folder.resolve("opened.sqlite"));
        database = new JDBC().connect("jdbc:sqlite:" + copy, new Properties());
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @AfterAll
    static void forget() throws IOException {
        SnapshotTest.forget();
    }

    @Test
    void it_finds_for_everyday_questions_what_the_server_finds() throws Exception {
        var missed = new ArrayList<String>();
        for (var question : Json.parse(Files.readString(Path.of("src/clients/proof/queries.json")))) {
            var found = search(question.asText());
            if (firstThree(question.asText()).stream().noneMatch(found::contains)) {
                missed.add(question + " " + found);
            }
        }
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "blood pressure, raised-blood-pressure",
        "dissociation, dissociation",
        "bladder, bladder",
        "esketamine, esketamine",
        "ptsd, ptsd",
        "driving, driv",
        "pregnancy, pregnan",
        "alcohol, alcohol"
    })
    void it_finds_the_subjects_of_documents(String words, String slug) throws Exception {
        assertThat(search(words)).anyMatch(each -> each.contains(slug));
    }

    @Test
    void a_document_is_found_by_other_words_for_its_subject() throws Exception {
        assertThat(search("booze")).anyMatch(each -> each.contains("alcohol"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?!", "what is it", "\" OR (", "zzqx", "drive drive drive"})
    void any_text_can_be_searched_for(String text) throws Exception {
        assertThat(search(text)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void an_expired_document_and_a_paper_are_not_found() throws Exception {
        assertThat(search("blood pressure")).contains("side-effects/raised-blood-pressure");

        try (var change = database.createStatement()) {
            change.execute(
                    "update document set expires_at = '2020-01-01T00:00:00Z' where slug = 'raised-blood-pressure'");
        }

        assertThat(search("blood pressure"))
                .isNotEmpty()
                .doesNotContain("side-effects/raised-blood-pressure")
                .noneMatch(each -> each.startsWith("references/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/clients/typescript/src/offline.ts", "src/clients/kotlin/src/ContentStore.kt"})
    void clients_have_the_same_statement(String file) throws IOException {
        assertThat(statement(file)).isEqualTo(statement("docs/offline.md"));
    }

    private static List<String> firstThree(String question) {
        JsonNode hits = Api.read("/v1/search?limit=3&q=" + URLEncoder.encode(question, StandardCharsets.UTF_8))
                .path("data");
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> hit.path("type").asText() + "/" + hit.path("slug").asText())
                .toList();
    }

    private static String statement(String file) throws IOException {
        var found = STATEMENT.matcher(Files.readString(Path.of(file)));
        assertThat(found.find()).as(file).isTrue();
        return found.group(1);
    }

    private List<String> search(String text) throws IOException, SQLException {
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
        try (var statement = database.prepareStatement(statement("docs/offline.md"))) {
            statement.setString(1, words.equals("[\"\"]") ? "[]" : words);
            statement.setInt(2, 5);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString("type") + "/" + rows.getString("slug"));
                }
                return found;
            }
        }
    }
}
