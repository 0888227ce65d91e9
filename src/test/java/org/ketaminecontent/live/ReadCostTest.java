package org.ketaminecontent.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;
import org.ketaminecontent.text.BodyFormat;

/** A read costs the same however many changes and documents there are besides those that it reads. */
@ApiTest
class ReadCostTest {

    private static final int OTHERS = 3000;

    private static final long MOST_PAGES = 50;

    @Inject
    DataSource dataSource;

    private Connection connection;
    private long before;

    @BeforeEach
    void addOthers() throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        before = latest("crisis-resources");
        try (var statement = connection.createStatement()) {
            statement.execute("insert into change (number, collection, slug, document, entry_id, action, version, at)"
                    + " select latest + n, 'topics', 'a-' || n, 'topics/a-' || n, gen_random_uuid(), 'PUBLISHED', 1,"
                    + " now() from generate_series(1, " + OTHERS + ") n,"
                    + " (select max(number) as latest from change) before");
            statement.execute("insert into rendition (entry_id, document, crisis_support, shown, html, markdown, plain,"
                    + " number, at, build, locale, search_text) select entry_id, document, false, '{}', '{}', '{}',"
                    + " '{}', number, at, 'a', 'en', repeat('a', 200) from change where slug like 'a-%'");
            statement.execute("analyze change, rendition");
            statement.execute("set local plan_cache_mode = force_generic_plan");
        }
    }

    @AfterEach
    void forgetOthers() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void the_latest_change_of_a_collection_is_found() throws SQLException {
        assertThat(latest("crisis-resources")).isEqualTo(before).isPositive();
        assertThat(latest("topics")).isGreaterThan(OTHERS);
        assertThat(latest("crisis-resources", "topics")).isEqualTo(latest("topics"));
        assertThat(latest("none")).isZero();
        assertThat(pagesRead(LatestChanges.OF_COLLECTION.formatted("?"), "text, text", "'topics', 'topics'"))
                .isBetween(1L, 8L);
        assertThat(pagesRead(LatestChanges.OF_COLLECTIONS, "text[]", "'{crisis-resources}'"))
                .isBetween(1L, 8L);
    }

    @Test
    void the_latest_changes_are_read() throws SQLException {
        long last = latest("topics") - 5;
        var filters = last + ", true, '{}', 20, ";
        assertThat(pagesRead(
                        ChangedDocuments.AFTER.formatted(Rendition.column(BodyFormat.HTML)),
                        "bigint, boolean, text[], int, bigint, boolean, text[], int, int, bigint",
                        filters + filters + "20, 1000000"))
                .isBetween(1L, MOST_PAGES);
    }

    @Test
    void the_next_texts_to_index_are_read() throws SQLException {
        assertThat(pagesRead(SearchTexts.AFTER, "text, uuid, int", "'en', 'ffff0000-0000-0000-0000-000000000000', 20"))
                .isBetween(1L, MOST_PAGES);
    }

    private long latest(String... collections) throws SQLException {
        try (var statement = connection.prepareStatement(LatestChanges.OF_COLLECTIONS)) {
            statement.setArray(1, connection.createArrayOf("text", collections));
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Reads as the application does: by a statement that is prepared, and planned for whatever values. */
    private long pagesRead(String sql, String types, String values) throws SQLException {
        int[] place = {0};
        var numbered = Pattern.compile("\\?").matcher(sql).replaceAll(each -> "\\$" + ++place[0]);
        try (var statement = connection.createStatement()) {
            statement.execute("prepare measured (" + types + ") as " + numbered);
            try (var row = statement.executeQuery(
                    "explain (analyze, buffers, format json) execute measured (" + values + ")")) {
                row.next();
                var plan = Json.parse(row.getString(1)).path(0).path("Plan");
                return plan.path("Shared Hit Blocks").asLong()
                        + plan.path("Shared Read Blocks").asLong();
            } finally {
                statement.execute("deallocate measured");
            }
        }
    }
}
