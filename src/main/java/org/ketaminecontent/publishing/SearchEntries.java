package org.ketaminecontent.publishing;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.ketaminecontent.content.CodeDocument;
import org.ketaminecontent.content.SearchText;

/** Keeps what documents are found by. */
final class SearchEntries {

    private static final String LOCALE = "en";

    /** Their authors' names are near to many words. */
    private static final String SOURCES = "references";

    /** Shorter ones are too near to each other for a misspelt word to be told from another. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{4,30}");

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private static final String ENTRY = """
            insert into search_entry
                (entry_id, collection, slug, locale, title, names, summary, risk_summary, theme, certainties, codes,
                displays, head, plain)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                setweight(to_tsvector('content_en', ?), 'A') || setweight(to_tsvector('content_en', ?), 'B')
                    || setweight(to_tsvector('content_en', ?), 'C'),
                to_tsvector('content_plain', ?))
            """;

    private static final String SECTION = """
            insert into search_section (entry_id, position, anchor, heading, body, words)
            values (?, ?, ?, ?, ?,
                setweight(to_tsvector('content_en', ?), 'A') || setweight(to_tsvector('content_en', ?), 'D'))
            """;

    private static final String COUNT = """
            insert into search_lexeme as present (lexeme, documents)
            select lexeme, ? * count(distinct entry_id) from search_section, unnest(words)
            where entry_id = any(?) group by lexeme
            on conflict (lexeme) do update set documents = present.documents + excluded.documents
            """;

    private final EntityManager entityManager;

    SearchEntries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Writes the entries of these renditions anew. */
    void write(String collection, List<Rendition> renditions) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            var ids = renditions.stream().map(each -> each.entryId).toList();
            delete(connection, ids);
            var words = new HashSet<String>();
            try (var entries = connection.prepareStatement(ENTRY);
                    var sections = connection.prepareStatement(SECTION)) {
                for (var rendition : renditions) {
                    var text = Objects.requireNonNull(rendition.searchText);
                    entry(connection, entries, collection, rendition, text);
                    sections(sections, rendition.entryId, text);
                    if (!collection.equals(SOURCES)) {
                        addWords(words, text);
                    }
                }
                entries.executeBatch();
                sections.executeBatch();
            }
            count(connection, 1, ids);
            addWords(connection, words);
        });
    }

    /** Takes the entry of a document out. */
    void delete(UUID id) {
        entityManager.unwrap(Session.class).doWork(connection -> delete(connection, List.of(id)));
    }

    /** What readers call things, in place of what was known of it before. */
    void replaceSynonyms(List<Synonyms> synonyms) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (var delete = connection.prepareStatement("delete from search_synonym");
                    var insert = connection.prepareStatement(
                            "insert into search_synonym (position, words, also, ignored) values (?, ?, ?, ?)")) {
                delete.execute();
                for (int i = 0; i < synonyms.size(); i++) {
                    insert.setInt(1, i);
                    insert.setArray(2, texts(connection, synonyms.get(i).words()));
                    insert.setArray(3, texts(connection, synonyms.get(i).alsoFound()));
                    insert.setArray(4, texts(connection, synonyms.get(i).ignored()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            addWords(
                    connection,
                    synonyms.stream()
                            .flatMap(each -> each.words().stream())
                            .flatMap(SearchEntries::words)
                            .collect(Collectors.toSet()));
        });
    }

    /** What readers call things. */
    List<Synonyms> synonyms() {
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(
                            "select words, also, ignored from search_synonym order by position");
                    var rows = statement.executeQuery()) {
                var found = new ArrayList<Synonyms>();
                while (rows.next()) {
                    found.add(new Synonyms(
                            Select.texts(rows, "words"), Select.texts(rows, "also"), Select.texts(rows, "ignored")));
                }
                return found;
            }
        });
    }

    private static void count(Connection connection, int sign, List<UUID> ids) throws SQLException {
        try (var statement = connection.prepareStatement(COUNT)) {
            statement.setInt(1, sign);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            statement.execute();
        }
    }

    private static void delete(Connection connection, List<UUID> ids) throws SQLException {
        count(connection, -1, ids);
        try (var statement = connection.prepareStatement("delete from search_entry where entry_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.execute();
        }
    }

    private static void entry(
            Connection connection, PreparedStatement statement, String collection, Rendition rendition, SearchText text)
            throws SQLException {
        var names = String.join("\n", text.names());
        statement.setObject(1, rendition.entryId);
        statement.setString(2, collection);
        statement.setString(3, rendition.document.substring(collection.length() + 1));
        statement.setString(4, LOCALE);
        statement.setString(5, text.title());
        statement.setArray(6, texts(connection, text.names()));
        statement.setString(7, text.summary());
        statement.setString(8, text.riskSummary());
        statement.setString(9, text.theme() == null ? null : text.theme().name());
        statement.setArray(
                10,
                texts(connection, text.certainties().stream().map(Enum::name).toList()));
        statement.setArray(
                11,
                texts(
                        connection,
                        text.codes().stream().map(SearchEntries::fullCode).toList()));
        statement.setArray(
                12,
                texts(
                        connection,
                        text.codes().stream()
                                .map(code -> Objects.requireNonNullElse(code.display(), ""))
                                .toList()));
        statement.setString(13, text.title());
        statement.setString(14, names);
        statement.setString(15, text.summary());
        statement.setString(16, text.title() + "\n" + names);
        statement.addBatch();
    }

    private static String fullCode(CodeDocument code) {
        return code.systemName().shortName() + "|" + code.code();
    }

    private static void sections(PreparedStatement statement, UUID id, SearchText text) throws SQLException {
        var parts = new ArrayList<>(text.parts());
        if (parts.isEmpty()) {
            parts.add(new SearchText.Part(null, null, ""));
        }
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            // What stands above the sections includes what the head says, so that sections alone hold every word.
            var body = i == 0 ? headOf(text) + "\n" + part.text() : part.text();
            statement.setObject(1, id);
            statement.setInt(2, i);
            statement.setString(3, part.anchor());
            statement.setString(4, part.heading());
            statement.setString(5, i == 0 ? text.summary() + "\n" + part.text() : part.text());
            statement.setString(6, part.heading() == null ? "" : part.heading());
            statement.setString(7, body);
            statement.addBatch();
        }
    }

    private static String headOf(SearchText text) {
        return text.title() + "\n" + String.join("\n", text.names()) + "\n" + text.summary();
    }

    private static void addWords(Set<String> words, SearchText text) {
        Stream.concat(Stream.of(headOf(text)), text.parts().stream().map(SearchText.Part::text))
                .flatMap(SearchEntries::words)
                .forEach(words::add);
    }

    private static Stream<String> words(String text) {
        var plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(match -> match.group());
    }

    private static void addWords(Connection connection, Collection<String> words) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into search_word (word) select unnest(?) on conflict do nothing")) {
            statement.setArray(1, texts(connection, words));
            statement.execute();
        }
    }

    private static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
