package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CorrectionSeverity;

/** Reads publications and withdrawals with all that there is to tell of them, the earliest first. */
@ApplicationScoped
public class ChangeDetails {

    /**
     * A publication or withdrawal.
     *
     * @param document its name at the time, such as {@code topics/history}
     * @param isNew whether the document was not live before
     * @param expired whether it was taken back because its time was over
     * @param severity of what was corrected; null where nothing was
     * @param locale BCP 47 tag; null where it is live no more
     * @param formerSlugs names of the document that lead to it, as of now
     * @param shown the names under which something else is shown since: of documents around it, and names given up
     */
    public record Item(
            long number,
            String document,
            UUID entryId,
            ChangeAction action,
            int version,
            Instant at,
            boolean isNew,
            boolean expired,
            @Nullable CorrectionSeverity severity,
            @Nullable String locale,
            List<String> changedFields,
            List<String> formerSlugs,
            List<String> shown) {}

    /** A live document whose review should have been renewed before today. */
    public record Overdue(UUID entryId, String document, String locale, long number, int version, LocalDate due) {}

    /** Changes of one publication have one time, and numbers that follow each other. */
    private static final String BETWEEN = """
            select c.number, c.document, c.entry_id, c.action, c.version, c.at, c.expired, c.changed_fields,
                k.severity, r.locale,
                coalesce((select p.action from change p where p.entry_id = c.entry_id and p.number < c.number
                    and p.action in ('PUBLISHED', 'WITHDRAWN') order by p.number desc limit 1), 'WITHDRAWN') = 'WITHDRAWN'
                    as is_new,
                array(select f.slug from former_slug f where f.entry_id = c.entry_id order by f.slug) as former_slugs,
                array(select distinct s.document from change s where s.number between c.number - 5000 and c.number + 5000
                    and s.at = c.at and s.action in ('RESHAPED', 'MOVED') order by s.document) as shown
            from change c left join correction k on k.number = c.number left join rendition r on r.entry_id = c.entry_id
            where c.number > ? and c.number <= ? and c.action in ('PUBLISHED', 'WITHDRAWN')
            order by c.number limit ?""";

    private static final String KEYS = """
            select c.document, c.collection, c.action, k.number is not null from change c
            left join correction k on k.number = c.number where c.number > ? and c.number <= ?""";

    private static final String OVERDUE = """
            select * from (
                select r.entry_id, r.document, r.locale, c.number, c.version,
                    (r.html::jsonb #>> '{review,nextReviewDue}')::date as due
                from rendition r join change c on c.number = r.number) each
            where due < (now() at time zone 'UTC')::date""";

    private final PlainSelect select;

    protected ChangeDetails(PlainSelect select) {
        this.select = select;
    }

    /** Those after one number and up to another, at most so many. */
    public List<Item> between(long after, long upTo, int limit) {
        return select.rows(
                BETWEEN,
                (connection, statement) -> {
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                    statement.setInt(3, limit);
                },
                ChangeDetails::item);
    }

    private static Item item(ResultSet row) throws SQLException {
        var severity = row.getString("severity");
        return new Item(
                row.getLong("number"),
                row.getString("document"),
                row.getObject("entry_id", UUID.class),
                ChangeAction.valueOf(row.getString("action")),
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_new"),
                row.getBoolean("expired"),
                severity == null ? null : CorrectionSeverity.valueOf(severity),
                row.getString("locale"),
                PlainSelect.texts(row, "changed_fields"),
                PlainSelect.texts(row, "former_slugs"),
                PlainSelect.texts(row, "shown"));
    }

    /** The names of all documents and lists that are not what they were, from after one number up to another. */
    public Set<String> keys(long after, long upTo) {
        var keys = new HashSet<String>();
        select.rows(
                        KEYS,
                        (connection, statement) -> {
                            statement.setLong(1, after);
                            statement.setLong(2, upTo);
                        },
                        row -> {
                            var each = new HashSet<>(Change.keys(
                                    row.getString(1), row.getString(2), ChangeAction.valueOf(row.getString(3))));
                            if (row.getBoolean(4)) {
                                each.add(Corrections.NAME);
                            }
                            return each;
                        })
                .forEach(keys::addAll);
        return keys;
    }

    /** The live documents whose review is overdue today. */
    public List<Overdue> overdue() {
        return select.rows(
                OVERDUE,
                (connection, statement) -> {},
                row -> new Overdue(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getInt(5),
                        row.getObject(6, LocalDate.class)));
    }
}
