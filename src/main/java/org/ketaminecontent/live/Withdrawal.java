package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left of a document that was taken back: enough to say so, and to keep its identity should it return. */
@Entity
public class Withdrawal extends PanacheEntityBase {

    @Id
    public UUID entryId;

    public String collection;
    public String slug;
    public int version;
    public Instant publishedAt;
    public Instant withdrawnAt;

    /** The change that took it back. */
    public long number;

    /** Why, for readers; null where nothing was said. */
    public @Nullable String reason;

    /** The name of the document that takes its place; null where none does. */
    public @Nullable String successor;

    public static Optional<Withdrawal> findBySlug(String collection, String slug) {
        return find("collection = ?1 and slug = ?2 order by withdrawnAt desc", collection, slug)
                .firstResultOptional();
    }

    public static Optional<Withdrawal> findByEntry(String collection, UUID entryId) {
        return find("collection = ?1 and entryId = ?2", collection, entryId).firstResultOptional();
    }
}
