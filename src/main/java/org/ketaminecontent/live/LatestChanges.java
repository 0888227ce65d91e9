package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.live.RenditionReader.Surroundings;

/** Reads the latest change to parts of the live content, and to all of it. */
@ApplicationScoped
public class LatestChanges {

    /**
     * The latest change of a collection is one step in an index over collection and number. With a condition of
     * equality, the planner would take the index over the number alone, and each read would scan all later changes.
     */
    static final String OF_COLLECTION = """
            select number, at from (
                select collection, number, at from change
                where (collection, number) <= (%1$s, 9223372036854775807) and action <> 'RESHAPED'
                order by collection desc, number desc limit 1
            ) last where last.collection = %1$s""";

    static final String OF_COLLECTIONS =
            "select each.number, each.at from unnest(?) as wanted (name) cross join lateral ("
                    + OF_COLLECTION.formatted("wanted.name") + ") each order by each.number desc limit 1";

    static final String AROUND = "select number, at from ((" + OF_COLLECTIONS + """
            ) union all (
            select number, at from rendition where document = any(?) order by number desc limit 1
            )) each order by number desc limit 1""";

    private final PlainSelect select;

    protected LatestChanges(PlainSelect select) {
        this.select = select;
    }

    /** The latest change to anything. */
    public Stamp toAnything() {
        return first(select.rows(
                "select number, at from change order by number desc limit 1",
                (connection, statement) -> {},
                row -> stamp(row, 1)));
    }

    /** The latest change to the members or texts of these collections. */
    public Stamp to(Collection<String> collections) {
        return first(select.rows(
                OF_COLLECTIONS,
                (connection, statement) -> statement.setArray(1, PlainSelect.texts(connection, collections)),
                row -> stamp(row, 1)));
    }

    /** The latest change to any of these collections and documents. */
    public Stamp to(Surroundings surroundings) {
        return first(select.rows(
                AROUND,
                (connection, statement) -> {
                    statement.setArray(1, PlainSelect.texts(connection, surroundings.collections()));
                    statement.setArray(2, PlainSelect.texts(connection, surroundings.documents()));
                },
                row -> stamp(row, 1)));
    }

    private static Stamp first(List<Stamp> found) {
        return found.isEmpty() ? Stamp.NONE : found.get(0);
    }

    /** The number in a column and the time in the next one. */
    static Stamp stamp(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column + 1, OffsetDateTime.class);
        return at == null ? Stamp.NONE : new Stamp(row.getLong(column), at.toInstant());
    }
}
