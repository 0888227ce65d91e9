package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** The record of a withdrawn document, which answers 410 and keeps the id in case it is published again. */
@Entity
public class Withdrawal extends PanacheEntityBase {

    @Id
    public UUID entryId;

    public String collection;
    public String slug;
    public int version;
    public Instant publishedAt;
    public Instant withdrawnAt;

    /** The number of the change that withdrew it. */
    public long number;

    /** The reason, for readers; null if none was given. */
    public @Nullable String reason;

    /** The name of the document that replaces it; null if there is none. */
    public @Nullable String successor;

    public static Optional<Withdrawal> findBySlug(String collection, String slug) {
        return first("collection = ?1 and slug = ?2 order by withdrawnAt desc", collection, slug);
    }

    public static Optional<Withdrawal> findByEntry(String collection, UUID entryId) {
        return first("collection = ?1 and entryId = ?2", collection, entryId);
    }

    /** Does not write the changes of the transaction first: with many documents, looking for them takes very long. */
    private static Optional<Withdrawal> first(String condition, Object... values) {
        return Withdrawal.<Withdrawal>find(condition, values)
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .firstResultOptional();
    }
}
