package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.BodyFormat;

/**
 * Reads renditions of live documents. Every answer outside the cache needs one, so it takes one statement, without a
 * transaction or an entity.
 */
@ApplicationScoped
public class RenditionReader {

    /** The number and time of the latest change to something. */
    public record Stamp(long number, Instant at) {

        public static final Stamp NONE = new Stamp(0, Instant.EPOCH);

        public Stamp or(Stamp other) {
            return other.number > number ? other : this;
        }
    }

    /**
     * A live document.
     *
     * @param name such as {@code topics/history}
     * @param shown the names of the documents that it links to or that link to it
     * @param json the whole document, or its {@link RenditionHead}
     * @param around the latest change to the answer's other dependencies
     * @param aside the latest change to the crisis contacts
     */
    public record Stored(
            UUID id,
            String name,
            boolean crisisSupport,
            List<String> shown,
            StoredJson json,
            Stamp stamp,
            Stamp around,
            Stamp aside) {}

    /**
     * The dependencies of an answer besides its documents.
     *
     * @param collections the collections whose lists it shows
     * @param documents the documents that decide its contents
     * @param aside the collection of the crisis contacts
     */
    public record Surroundings(Collection<String> collections, Collection<String> documents, String aside) {

        boolean isEmpty() {
            return collections.isEmpty() && documents.isEmpty();
        }
    }

    /**
     * The latest change of a collection is one step in an index over collection and number. With a condition of
     * equality, the planner would take the index over the number alone, and each read would scan all later changes.
     */
    public static final String LAST = """
            select number, at from (
                select collection, number, at from change
                where (collection, number) <= (%1$s, 9223372036854775807) and action <> 'RESHAPED'
                order by collection desc, number desc limit 1
            ) last where last.collection = %1$s""";

    public static final String LISTED =
            "select each.number, each.at from unnest(%s) as wanted (name) cross join lateral ("
                    + LAST.formatted("wanted.name") + ") each order by each.number desc limit 1";

    private static final String LATEST = "select number, at from ((" + LISTED.formatted("?") + """
            ) union all (
            select number, at from rendition where document = any(?) order by number desc limit 1
            )) each order by number desc limit 1""";

    private static final String READ =
            """
            select r.entry_id, r.document, r.crisis_support, %4$s, %1$s, r.number, r.at,
                aside.number, aside.at, around.number, around.at
            from rendition r
            left join (""" + LAST.formatted("?") + ") aside on true left join (%2$s) around on true where r.%3$s";

    /** Renditions of another build have no head. */
    private static final String HEAD = "coalesce(r.head, r.html)";

    private static final String NAMES = "r.shown";
    private static final String NO_NAMES = "'{}'::text[]";

    /** The total size of these documents and, among those they show, of the documents of some collections. */
    private static final String WEIGHT = """
            select coalesce(sum(octet_length(each.json)), 0) from (
                select r.%1$s as json from rendition r where r.entry_id = any(?)
                union all
                select r.%1$s from rendition r where r.document = any(array(
                    select distinct name from rendition s, unnest(s.shown) name
                    where s.entry_id = any(?) and split_part(name, '/', 1) = any(?)))
            ) each""";

    private static final String NOTHING = "select null::bigint as number, null::timestamptz as at";

    private final PlainSelect select;

    protected RenditionReader(PlainSelect select) {
        this.select = select;
    }

    /** The live documents with these names, in any order. */
    public List<Stored> named(Collection<String> names, BodyFormat format, Surroundings surroundings) {
        return read("document", "text", names, whole(format), NAMES, surroundings);
    }

    /** The live documents with these ids, in any order. */
    public List<Stored> identified(Collection<UUID> ids, BodyFormat format, Surroundings surroundings) {
        return read("entry_id", "uuid", ids, whole(format), NAMES, surroundings);
    }

    /** The {@link RenditionHead} of each live document with these ids, in any order, without linked documents. */
    public List<Stored> heads(Collection<UUID> ids, Surroundings surroundings) {
        return read("entry_id", "uuid", ids, HEAD, NO_NAMES, surroundings);
    }

    private static String whole(BodyFormat format) {
        return "r." + Rendition.column(format);
    }

    /**
     * The bytes needed to read documents and their included ones.
     *
     * @param included the collections of the documents to include
     */
    public long weight(Collection<UUID> ids, Collection<String> included, BodyFormat format) {
        return select.rows(
                        WEIGHT.formatted(Rendition.column(format)),
                        (connection, statement) -> {
                            bind(connection, statement, 1, "uuid", ids);
                            bind(connection, statement, 2, "uuid", ids);
                            bind(connection, statement, 3, "text", included);
                        },
                        row -> row.getLong(1))
                .get(0);
    }

    /** The latest change to any of these. */
    public Stamp latest(Surroundings surroundings) {
        var found = select.rows(
                LATEST,
                (connection, statement) -> {
                    bind(connection, statement, 1, "text", surroundings.collections());
                    bind(connection, statement, 2, "text", surroundings.documents());
                },
                row -> stamp(row, 1));
        return found.isEmpty() ? Stamp.NONE : found.get(0);
    }

    /** The names of all live documents. */
    public List<String> names() {
        return select.rows(
                "select document from rendition order by document collate ucs_basic",
                (connection, statement) -> {},
                row -> row.getString(1));
    }

    /** A document with its latest change. */
    public record Dated(String name, Stamp stamp) {}

    /** All live documents, each with its latest change. */
    public List<Dated> changed() {
        return select.rows(
                "select document, number, at from rendition order by document collate ucs_basic",
                (connection, statement) -> {},
                row -> new Dated(row.getString(1), stamp(row, 2)));
    }

    /** The latest change to anything. */
    public Stamp latest() {
        var found = select.rows(
                "select number, at from change order by number desc limit 1",
                (connection, statement) -> {},
                row -> stamp(row, 1));
        return found.isEmpty() ? Stamp.NONE : found.get(0);
    }

    /** The number of the latest change to anything. */
    long latestChange() {
        return latest().number();
    }

    private List<Stored> read(
            String key, String type, Collection<?> wanted, String json, String shown, Surroundings surroundings) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        boolean alone = surroundings.isEmpty();
        var condition = key + (wanted.size() == 1 ? " = ?" : " = any(?)");
        return select.rows(
                READ.formatted(json, alone ? NOTHING : LATEST, condition, shown),
                (connection, statement) -> {
                    int place = 1;
                    statement.setString(place++, surroundings.aside());
                    statement.setString(place++, surroundings.aside());
                    if (!alone) {
                        bind(connection, statement, place++, "text", surroundings.collections());
                        bind(connection, statement, place++, "text", surroundings.documents());
                    }
                    if (wanted.size() == 1) {
                        statement.setObject(place, wanted.iterator().next());
                    } else {
                        bind(connection, statement, place, type, wanted);
                    }
                },
                new Rows());
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int place, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(place, connection.createArrayOf(type, values.toArray()));
    }

    /** The other dependencies are the same in each row, and are read once. */
    private static final class Rows implements PlainSelect.Reading<Stored> {

        private @Nullable Stamp around;
        private @Nullable Stamp aside;

        @Override
        public Stored read(ResultSet row) throws SQLException {
            if (around == null || aside == null) {
                around = stamp(row, 10);
                aside = stamp(row, 8);
            }
            return new Stored(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getBoolean(3),
                    List.of((String[]) row.getArray(4).getArray()),
                    new StoredJson(row.getBytes(5)),
                    stamp(row, 6),
                    around,
                    aside);
        }
    }

    private static Stamp stamp(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column + 1, OffsetDateTime.class);
        return at == null ? Stamp.NONE : new Stamp(row.getLong(column), at.toInstant());
    }
}
