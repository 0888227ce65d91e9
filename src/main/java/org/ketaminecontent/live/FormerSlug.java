package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A former slug of a document. */
@Entity
@IdClass(FormerSlug.Key.class)
public class FormerSlug extends PanacheEntityBase {

    @Id
    public String collection;

    @Id
    public String slug;

    public UUID entryId;

    /** The table's primary key. */
    public record Key(String collection, String slug) {}

    public static Optional<FormerSlug> findBySlug(String collection, String slug) {
        return findByIdOptional(new Key(collection, slug));
    }

    /** Removes a former slug that is given to a document again. */
    public static void forget(String collection, String slug) {
        deleteById(new Key(collection, slug));
    }

    public static void remember(String collection, String slug, UUID entryId) {
        var former = findBySlug(collection, slug).orElseGet(FormerSlug::new);
        former.collection = collection;
        former.slug = slug;
        former.entryId = entryId;
        former.persist();
    }

    /** The former slugs of a document. */
    public static List<String> slugsOf(UUID entryId) {
        return FormerSlug.<FormerSlug>list("entryId", entryId).stream()
                .map(each -> each.slug)
                .toList();
    }
}
