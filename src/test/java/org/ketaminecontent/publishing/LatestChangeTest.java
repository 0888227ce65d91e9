package org.ketaminecontent.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** What a read has to know of a collection costs the same however much changed after it in others. */
@ApiTest
class LatestChangeTest {

    private static final int OTHERS = 3000;

    @Inject
    DataSource dataSource;

    @Test
    void the_latest_change_of_a_collection_is_found_without_going_through_those_of_others() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long before = latest(connection, "crisis-resources");
                changeOthers(connection);

                assertThat(latest(connection, "crisis-resources"))
                        .isEqualTo(before)
                        .isPositive();
                assertThat(latest(connection, "topics")).isGreaterThan(OTHERS);
                assertThat(latest(connection, "crisis-resources", "topics")).isEqualTo(latest(connection, "topics"));
                assertThat(latest(connection, "none")).isZero();
                assertThat(pagesRead(connection, "text", RenditionReader.LAST, "crisis-resources"))
                        .isBetween(1L, 8L);
                assertThat(pagesRead(connection, "text[]", RenditionReader.LISTED, "{crisis-resources}"))
                        .isBetween(1L, 8L);
            } finally {
                connection.rollback();
            }
        }
    }

    private static void changeOthers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("insert into change (number, collection, slug, document, entry_id, action, version, at)"
                    + " select latest + n, 'topics', 'a', 'topics/a', gen_random_uuid(), 'PUBLISHED', 1, now()"
                    + " from generate_series(1, " + OTHERS + ") n, (select max(number) as latest from change) before");
        }
    }

    private static long latest(Connection connection, String... collections) throws SQLException {
        try (var statement = connection.prepareStatement(RenditionReader.LISTED.formatted("?"))) {
            statement.setArray(1, connection.createArrayOf("text", collections));
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** As reads ask: a statement that is prepared, and planned for whatever collection. */
    private static long pagesRead(Connection connection, String type, String sql, String collections)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze change");
            statement.execute("prepare latest (" + type + ") as " + sql.formatted("$1"));
            try (var row = statement.executeQuery(
                    "explain (analyze, buffers, format json) execute latest ('" + collections + "')")) {
                row.next();
                var plan = Json.parse(row.getString(1)).path(0).path("Plan");
                return plan.path("Shared Hit Blocks").asLong()
                        + plan.path("Shared Read Blocks").asLong();
            } finally {
                statement.execute("deallocate latest");
            }
        }
    }
}
