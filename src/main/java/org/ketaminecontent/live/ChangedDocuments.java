package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.BodyFormat;

/**
 * All documents that are or were live, in the order of the latest change to each: as documents or as tombstones. A
 * reader that continues from the number of the last one it saw misses nothing, because a document that changes moves to
 * a later place.
 */
@ApplicationScoped
public class ChangedDocuments {

    /**
     * A document after its latest change.
     *
     * @param number the number of that change
     * @param name such as {@code topics/history}
     * @param at the time of that change
     * @param json the whole document; null if it was withdrawn
     * @param reason the reason of the withdrawal; null if none was given
     * @param successor the name of the document that replaces it; null if there is none
     */
    public record Item(
            long number,
            UUID id,
            String name,
            int version,
            Instant at,
            @Nullable StoredJson json,
            @Nullable String reason,
            @Nullable String successor) {}

    /**
     * A part of the documents.
     *
     * @param head the number of the latest change at the moment of reading
     * @param hasMore whether more documents follow
     */
    public record Slice(long head, List<Item> items, boolean hasMore) {}

    /**
     * A digest of all live documents.
     *
     * @param head the number of the latest change at the moment of reading
     * @param digest SHA-256 in hexadecimal over a line {@code id locale version} for each, in the order of ids
     */
    public record Inventory(long head, String digest) {}

    private record Row(long head, long candidates, @Nullable Item item) {}

    /**
     * One statement, so that the result is consistent. Lengths are known without reading the texts. Versions are read
     * row by row: for a join, PostgreSQL reads the log of changes from its beginning.
     */
    static final String AFTER = """
            select head.number, item.candidates, item.number, item.entry_id, item.document, item.version, item.at,
                item.json, item.reason, item.successor
            from (select coalesce(max(number), 0) as number from change) head
            left join (
                select * from (
                    select each.*, count(*) over () as candidates,
                        sum(each.bytes) over (order by each.number) - each.bytes as bytes_before
                    from (
                        select * from (
                            select r.number, r.entry_id, r.document,
                                (select c.version from change c where c.number = r.number) as version, r.at,
                                r.%1$s as json, octet_length(r.%1$s) as bytes, null::text as reason,
                                null::text as successor
                            from rendition r
                            where r.number > ? and (? or split_part(r.document, '/', 1) = any(?))
                            order by r.number limit ?
                        ) live
                        union all
                        select * from (
                            select w.number, w.entry_id, w.collection || '/' || w.slug, w.version, w.withdrawn_at,
                                null::text, 0, w.reason, w.successor
                            from withdrawal w where w.number > ? and (? or w.collection = any(?))
                            order by w.number limit ?
                        ) gone
                        order by number limit ?
                    ) each
                ) sized where bytes_before < ?
            ) item on true order by item.number""";

    private static final String INVENTORY = """
            select (select coalesce(max(number), 0) from change),
                encode(sha256(convert_to(coalesce(
                    string_agg(r.entry_id::text || ' ' || ? || ' ' || c.version || chr(10), '' order by r.entry_id), ''),
                    'UTF8')), 'hex')
            from rendition r join change c on c.number = r.number
            where ? or split_part(r.document, '/', 1) = any(?)""";

    private final PlainSelect select;

    protected ChangedDocuments(PlainSelect select) {
        this.select = select;
    }

    /**
     * The documents whose latest change comes after this number.
     *
     * @param collections their collections; all if empty
     * @param limit the maximum number of documents
     * @param bytes no further document is begun after this many bytes of JSON
     */
    public Slice after(long number, Collection<String> collections, BodyFormat format, int limit, int bytes) {
        var rows = select.rows(
                AFTER.formatted(Rendition.column(format)),
                (connection, statement) -> {
                    int place = 1;
                    for (int part = 0; part < 2; part++) {
                        statement.setLong(place++, number);
                        statement.setBoolean(place++, collections.isEmpty());
                        statement.setArray(place++, PlainSelect.texts(connection, collections));
                        statement.setInt(place++, limit + 1);
                    }
                    statement.setInt(place++, limit + 1);
                    statement.setLong(place, bytes);
                },
                ChangedDocuments::row);
        var items = rows.stream()
                .flatMap(row -> Stream.ofNullable(row.item()))
                .limit(limit)
                .toList();
        return new Slice(rows.get(0).head(), items, rows.get(0).candidates() > items.size());
    }

    private static @Nullable StoredJson json(byte @Nullable [] bytes) {
        return bytes == null ? null : new StoredJson(bytes);
    }

    private static Row row(ResultSet row) throws SQLException {
        var id = row.getObject("entry_id", UUID.class);
        var item = id == null
                ? null
                : new Item(
                        row.getLong(3),
                        id,
                        row.getString("document"),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        json(row.getBytes("json")),
                        row.getString("reason"),
                        row.getString("successor"));
        return new Row(row.getLong(1), row.getLong("candidates"), item);
    }

    /**
     * The digest of all live documents.
     *
     * @param collections their collections; all if empty
     * @param locale BCP 47 tag
     */
    public Inventory inventory(Collection<String> collections, String locale) {
        return select.rows(
                        INVENTORY,
                        (connection, statement) -> {
                            statement.setString(1, locale);
                            statement.setBoolean(2, collections.isEmpty());
                            statement.setArray(3, PlainSelect.texts(connection, collections));
                        },
                        row -> new Inventory(row.getLong(1), row.getString(2)))
                .get(0);
    }
}
