package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    private static final String READ = """
            select r.entry_id, r.document, r.crisis_support, %4$s, %1$s, r.number, r.at,
                aside.number, aside.at, around.number, around.at
            from rendition r
            left join (""" + LatestChanges.OF_COLLECTION.formatted("?")
            + ") aside on true left join (%2$s) around on true where r.%3$s";

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
                row -> new Dated(row.getString(1), LatestChanges.stamp(row, 2)));
    }

    private List<Stored> read(
            String key, String type, Collection<?> wanted, String json, String shown, Surroundings surroundings) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        boolean alone = surroundings.isEmpty();
        var condition = key + (wanted.size() == 1 ? " = ?" : " = any(?)");
        return select.rows(
                READ.formatted(json, alone ? NOTHING : LatestChanges.AROUND, condition, shown),
                (connection, statement) -> {
                    int place = 1;
                    statement.setString(place++, surroundings.aside());
                    statement.setString(place++, surroundings.aside());
                    if (!alone) {
                        statement.setArray(place++, PlainSelect.texts(connection, surroundings.collections()));
                        statement.setArray(place++, PlainSelect.texts(connection, surroundings.documents()));
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
                around = LatestChanges.stamp(row, 10);
                aside = LatestChanges.stamp(row, 8);
            }
            return new Stored(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getBoolean(3),
                    List.of((String[]) row.getArray(4).getArray()),
                    new StoredJson(row.getBytes(5)),
                    LatestChanges.stamp(row, 6),
                    around,
                    aside);
        }
    }
}
