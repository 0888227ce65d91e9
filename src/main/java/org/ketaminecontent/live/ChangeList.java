package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
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
            where c.action <> 'RESHAPED' and c.number < ? order by c.number desc limit ?""";

    private static final String LATER = """
            select number from change where action <> 'RESHAPED' and number >= ? order by number limit ?""";

    private final PlainSelect select;

    protected ChangeList(PlainSelect select) {
        this.select = select;
    }

    /** The changes before this number, at most {@code limit}. */
    public List<Entry> before(long number, int limit) {
        return select.rows(
                READ,
                (connection, statement) -> {
                    statement.setLong(1, number);
                    statement.setInt(2, limit);
                },
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
    public List<Long> from(long number, int limit) {
        return select.rows(
                LATER,
                (connection, statement) -> {
                    statement.setLong(1, number);
                    statement.setInt(2, limit);
                },
                row -> row.getLong(1));
    }
}
