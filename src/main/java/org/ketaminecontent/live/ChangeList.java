package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads publications and withdrawals, the latest first. */
@ApplicationScoped
public class ChangeList {

    /**
     * A change to a document.
     *
     * @param document its name at the time, such as {@code topics/history}
     * @param present its name now; empty if it is no longer live
     */
    public record Entry(
            long number, String document, String present, UUID entryId, ChangeAction action, int version, Instant at) {}

    private static final String READ = """
            select c.number, c.document, coalesce(r.document, ''), c.entry_id, c.action, c.version, c.at
            from change c left join rendition r on r.entry_id = c.entry_id
            where c.action <> 'RESHAPED' and c.number < ?
                and (cardinality(?) = 0 or c.document = any(?) or r.document = any(?))
            order by c.number desc limit ?""";

    private static final String LATER = """
            select c.number from change c left join rendition r on r.entry_id = c.entry_id
            where c.action <> 'RESHAPED' and c.number >= ?
                and (cardinality(?) = 0 or c.document = any(?) or r.document = any(?))
            order by c.number limit ?""";

    private final PlainSelect select;

    protected ChangeList(PlainSelect select) {
        this.select = select;
    }

    /** The changes before this number, at most {@code limit}. */
    public List<Entry> before(long number, int limit) {
        return before(number, limit, List.of());
    }

    /**
     * The same of some documents.
     *
     * @param documents their names, now or at the time of the change; empty for all
     */
    public List<Entry> before(long number, int limit, List<String> documents) {
        return select.rows(
                READ,
                (connection, statement) -> choose(connection, statement, number, limit, documents),
                row -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        ChangeAction.valueOf(row.getString(5)),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }

    /** The numbers of the changes from this one on, in ascending order, at most {@code limit}. */
    public List<Long> from(long number, int limit, List<String> documents) {
        return select.rows(
                LATER,
                (connection, statement) -> choose(connection, statement, number, limit, documents),
                row -> row.getLong(1));
    }

    private static void choose(
            Connection connection, PreparedStatement statement, long number, int limit, List<String> documents)
            throws SQLException {
        var names = connection.createArrayOf("text", documents.toArray());
        statement.setLong(1, number);
        statement.setArray(2, names);
        statement.setArray(3, names);
        statement.setArray(4, names);
        statement.setInt(5, limit);
    }
}
