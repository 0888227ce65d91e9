package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A change of live content: a publication, a withdrawal, a new slug or a new rendering. The numbers have no gaps and
 * follow the order of commits.
 */
@Entity
public class Change extends PanacheEntityBase {

    @Id
    public long number;

    public String collection;
    public String slug;

    /** The document's name at the time, such as {@code topics/history}. */
    public String document;

    public UUID entryId;

    @Enumerated(EnumType.STRING)
    public ChangeAction action;

    /** The document's version after the change. */
    public int version;

    public Instant at;

    /** Fields of the delivered document that differ from the version before; empty if there was none. */
    public List<String> changedFields = List.of();

    /** True if the document was withdrawn by a schedule, not by a person. */
    public boolean expired;

    /** The names of the documents and collections that changed. */
    public Set<String> keys() {
        return keys(document, collection, action);
    }

    static Set<String> keys(String document, String collection, ChangeAction action) {
        // A new rendering changes neither the members nor the order of lists.
        return action == ChangeAction.RESHAPED
                ? Set.of(ContentChanged.LOG, document)
                : Set.of(ContentChanged.LOG, document, collection);
    }

    /** The number of the latest change, or 0. */
    public static long latest() {
        return find("select coalesce(max(number), 0) from Change")
                .project(Long.class)
                .firstResult();
    }
}
