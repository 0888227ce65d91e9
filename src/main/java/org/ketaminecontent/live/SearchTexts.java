package org.ketaminecontent.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.SearchText;

/** Reads the texts of live documents for the search index. */
@ApplicationScoped
public class SearchTexts {

    private static final String READ =
            "select entry_id, document, crisis_support, at, search_text from rendition where locale = ? and search_text <> ''";

    static final String AFTER = READ + " and entry_id > ? order by entry_id limit ?";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String IDENTIFIED = READ + " and entry_id = any(?)";

    private static final String CHANGED = "select distinct entry_id from change where number > ? and number <= ?";

    private static final String PAST = "select 1 from change where number = ? and at = ?";

    private final PlainSelect select;
    private final LatestChanges latest;
    private final BuildIdentity build;
    private final ContentTypes contentTypes;
    private final ObjectMapper mapper;

    protected SearchTexts(
            PlainSelect select,
            LatestChanges latest,
            BuildIdentity build,
            ContentTypes contentTypes,
            ObjectMapper mapper) {
        this.select = select;
        this.latest = latest;
        this.build = build;
        this.contentTypes = contentTypes;
        this.mapper = mapper;
    }

    /**
     * A live document.
     *
     * @param name such as {@code topics/history}
     * @param at the time of its latest change
     * @param searchWeight the weight of its content type
     */
    public record Entry(
            UUID id, String name, boolean crisisSupport, Instant at, SearchText text, double searchWeight) {}

    /** Identifies this build, since another one may analyze texts differently. */
    public String build() {
        return build.id();
    }

    /** The latest change to anything. */
    public RenditionReader.Stamp latest() {
        return latest.toAnything();
    }

    /** The number of the latest change to a collection's members or texts; 0 if there is none. */
    public long latestOf(String collection) {
        return latest.to(List.of(collection)).number();
    }

    /** Tells whether this database made a change with this number at this time. */
    public boolean isPast(RenditionReader.Stamp stamp) {
        return !select.rows(
                        PAST,
                        (connection, statement) -> {
                            statement.setLong(1, stamp.number());
                            statement.setObject(2, stamp.at().atOffset(java.time.ZoneOffset.UTC));
                        },
                        row -> true)
                .isEmpty();
    }

    /** The ids of the documents that any of these changes affected. */
    public List<UUID> changed(long after, long upTo) {
        return select.rows(
                CHANGED,
                (connection, statement) -> {
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                },
                row -> row.getObject(1, UUID.class));
    }

    /** The live documents with these ids, in any order. */
    public List<Entry> identified(String locale, Collection<UUID> ids) {
        return select.rows(
                IDENTIFIED,
                (connection, statement) -> {
                    statement.setString(1, locale);
                    statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                },
                this::entry);
    }

    /** The next documents in the order of ids, at most {@code limit}. */
    public List<Entry> after(String locale, @Nullable UUID last, int limit) {
        return select.rows(
                AFTER,
                (connection, statement) -> {
                    statement.setString(1, locale);
                    statement.setObject(2, last == null ? BEFORE_ALL : last);
                    statement.setInt(3, limit);
                },
                this::entry);
    }

    /** The synonyms. */
    public List<Synonyms> synonyms() {
        return select.rows(SynonymTable.READ, (connection, statement) -> {}, SynonymTable::read);
    }

    private Entry entry(ResultSet row) throws SQLException {
        try {
            var name = row.getString(2);
            return new Entry(
                    row.getObject(1, UUID.class),
                    name,
                    row.getBoolean(3),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    mapper.readValue(row.getString(5), SearchText.class),
                    contentTypes.named(name.substring(0, name.indexOf('/'))).searchWeight());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored search texts can be parsed", e);
        }
    }
}
