package org.ketaminecontent.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.content.Erratum;

/** Reads corrections of published content, the latest first. */
@ApplicationScoped
public class Corrections {

    /** The name of the list in cache keys. */
    public static final String NAME = "corrections";

    private static final String READ = """
            select c.number, c.collection, c.slug, coalesce(r.document, ''), c.version, c.severity, c.was_wrong,
                c.is_right, c.at
            from correction c left join rendition r on r.entry_id = c.entry_id
            where c.number < ? order by c.number desc limit ?""";

    private final PlainSelect select;

    protected Corrections(PlainSelect select) {
        this.select = select;
    }

    /**
     * A correction of a document.
     *
     * @param document its name at the time, such as {@code topics/history}
     * @param present its name now; empty if it is no longer live
     */
    public record Listed(long number, String document, String present, Erratum erratum) {

        public Instant at() {
            return erratum.at();
        }
    }

    /** The corrections before this number, at most {@code limit}. */
    public List<Listed> before(long number, int limit) {
        return select.rows(
                READ,
                (connection, statement) -> {
                    statement.setLong(1, number);
                    statement.setInt(2, limit);
                },
                row -> new Listed(
                        row.getLong(1),
                        row.getString(2) + "/" + row.getString(3),
                        row.getString(4),
                        new Erratum(
                                row.getObject(9, OffsetDateTime.class).toInstant(),
                                row.getInt(5),
                                CorrectionSeverity.valueOf(row.getString(6)),
                                row.getString(7),
                                row.getString(8))));
    }
}
