package org.ketaminecontent.publishing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Entry;

/**
 * The relation from live entities of one content type to those of a collection that it depends on. Its queries are built
 * with criteria, because the property that they join follows from the collection.
 */
final class Relation {

    private static final String GIVEN = "given";

    private final ContentType<Entry, Content> type;
    private final String property;
    private final EntityManager entityManager;

    /** @param collection one that the content type depends on */
    Relation(ContentType<Entry, Content> type, String collection, EntityManager entityManager) {
        this.type = type;
        this.property = ContentType.fieldName(collection);
        this.entityManager = entityManager;
    }

    /** A link to a live entity, from one with this slug and title. */
    record Link(UUID target, String slug, String title) {}

    /** The ids of the entities that these link to. */
    List<UUID> targets(Collection<UUID> sources) {
        var query = entityManager.getCriteriaBuilder().createQuery(UUID.class);
        var source = query.from(type.entityType());
        return ids(query, source.join(property), source, sources);
    }

    /** The ids of the entities that link to these. */
    List<UUID> sources(Collection<UUID> targets) {
        var query = entityManager.getCriteriaBuilder().createQuery(UUID.class);
        var source = query.from(type.entityType());
        return ids(query, source, source.join(property), targets);
    }

    private List<UUID> ids(CriteriaQuery<UUID> query, Path<?> wanted, Path<?> known, Collection<UUID> given) {
        query.select(wanted.<UUID>get("id")).distinct(true).where(isGiven(known));
        return entityManager.createQuery(query).setParameter(GIVEN, given).getResultList();
    }

    /** The links to these entities, in the order of the content type's lists. */
    List<Link> links(Collection<UUID> targets) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createQuery(Link.class);
        var source = query.from(type.entityType());
        var target = source.join(property);
        query.select(builder.construct(
                        Link.class, target.get("id"), source.get("slug"), source.get(type.titleProperty())))
                .where(isGiven(target))
                .orderBy(builder.asc(source.get(type.sortKeyNames().get(0))), builder.asc(source.get("slug")));
        return entityManager.createQuery(query).setParameter(GIVEN, targets).getResultList();
    }

    private Predicate isGiven(Path<?> entity) {
        return entity.get("id").in(entityManager.getCriteriaBuilder().parameter(Collection.class, GIVEN));
    }
}
