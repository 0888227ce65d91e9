package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.live.ChangedDocuments.Item;
import org.ketaminecontent.live.Synonyms;
import org.sqlite.JDBC;

/** Writes documents into an SQLite database, as a synchronizing client does. Equal content gives equal bytes. */
final class SqliteWriter implements AutoCloseable {

    /** The file is discarded if anything fails. */
    private static final String UNSAFE_AND_FAST = "pragma journal_mode = off; pragma synchronous = off";

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Connection connection;
    private final ContentTypes contentTypes;
    private final ObjectMapper mapper;
    private final String base;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    SqliteWriter(Path file, ContentTypes contentTypes, ObjectMapper mapper, String base) throws SQLException {
        this.contentTypes = contentTypes;
        this.mapper = mapper;
        this.base = base;
        connection = new JDBC().connect("jdbc:sqlite:" + file, new Properties());
        for (var each : (UNSAFE_AND_FAST + ";" + SqliteTables.SQL).split(";")) {
            run(each);
        }
        connection.setAutoCommit(false);
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stores, replaces or removes a document. */
    void take(Item item) throws SQLException {
        insert("delete from document where id = ?", item.id().toString());
        if (item.json() != null) {
            var json = item.json().textAt(base);
            var parts = parts(json);
            insert(
                    "insert into document values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    item.number(),
                    item.id().toString(),
                    parts.text("type"),
                    parts.text("slug"),
                    parts.text("locale"),
                    item.version(),
                    parts.title(),
                    parts.summary(),
                    json,
                    parts.document().path("expiresAt").textValue());
        }
    }

    private DocumentParts parts(String json) {
        try {
            var document = mapper.readTree(json);
            return new DocumentParts(
                    document, contentTypes.named(document.path("type").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document can be parsed", e);
        }
    }

    /** Stores other names of a document and readers' questions for it. */
    void takeQuestions(UUID id, List<String> texts) throws SQLException {
        for (var each : texts) {
            insert("insert into question select ?, id from document where id = ?", each, id.toString());
        }
    }

    /**
     * Stores what readers' words mean.
     *
     * @param ignored words without meaning beside others
     */
    void takeSynonyms(List<Synonyms> synonyms, Set<String> ignored) throws SQLException {
        for (int concept = 0; concept < synonyms.size(); concept++) {
            for (var phrase : synonyms.get(concept).words()) {
                var words = words(phrase);
                insert("insert into synonym values (?, ?, ?)", String.join(" ", words), concept, words.size());
            }
        }
        for (var each : new TreeSet<>(ignored)) {
            for (var word : words(each)) {
                insert("insert or ignore into ignored values (?)", word);
            }
        }
    }

    /** The words in lower case, as clients split questions. */
    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Fills the derived tables, and finishes the file. */
    void finish(Map<String, String> meta, Meta.Crisis crisis, int schemaVersion) throws SQLException {
        for (var each : meta.entrySet()) {
            insert("insert into meta values (?, ?)", each.getKey(), each.getValue());
        }
        int position = 0;
        for (var each : crisis.contacts()) {
            insert(
                    "insert into crisis values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    position++,
                    each.name(),
                    each.jurisdiction(),
                    each.call(),
                    each.text(),
                    each.textKeyword(),
                    each.url(),
                    each.hours(),
                    each.href());
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select number, json from document order by number")) {
            while (rows.next()) {
                derive(rows.getLong(1), parts(rows.getString(2)));
            }
        }
        for (var each : List.of("search", "question", "synonym")) {
            run("insert into %1$s (%1$s) values ('optimize')".formatted(each));
        }
        run("pragma user_version = " + schemaVersion);
        connection.commit();
        // SQLite cannot vacuum while a statement is open.
        closeStatements();
        connection.setAutoCommit(true);
        run("vacuum");
    }

    private void derive(long number, DocumentParts parts) throws SQLException {
        insert(
                "insert into search (rowid, title, summary, body) values (?, ?, ?, ?)",
                number,
                parts.title(),
                parts.summary(),
                parts.body());
        int position = 0;
        for (var each : parts.list("sections").toList()) {
            insert(
                    "insert into section values (?, ?, ?, ?, ?)",
                    number,
                    position++,
                    each.path("anchor").asText(),
                    each.path("heading").textValue(),
                    each.path("body").asText());
        }
        for (var each : parts.list("codes").toList()) {
            insert(
                    "insert into code values (?, ?, ?, ?)",
                    number,
                    each.path("system").asText(),
                    each.path("code").asText(),
                    each.path("display").textValue());
        }
        for (var field : parts.relations().toList()) {
            relate(number, field, parts);
        }
    }

    private void relate(long number, String field, DocumentParts parts) throws SQLException {
        int position = 0;
        for (var each : parts.list(field).toList()) {
            insert(
                    "insert into relation values (?, ?, ?, ?, ?, ?)",
                    number,
                    field,
                    position++,
                    each.path("type").asText(),
                    each.path("slug").asText(),
                    each.path("title").asText());
        }
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        var statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }

    /** Writes each document as a line of JSON. */
    int writeLines(OutputStream out) throws SQLException, IOException {
        int lines = 0;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select json from document order by type, slug")) {
            for (; rows.next(); lines++) {
                out.write(rows.getString(1).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        return lines;
    }

    private void closeStatements() throws SQLException {
        for (var each : statements.values()) {
            each.close();
        }
        statements.clear();
    }

    @Override
    public void close() throws SQLException {
        closeStatements();
        connection.close();
    }
}
