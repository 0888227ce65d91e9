package org.ketaminecontent.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.live.RenditionReader.Surroundings;

/** Queries live entities of any content type. */
@ApplicationScoped
class EntityQueries {

    private final ContentTypes contentTypes;
    private final EntityManager entityManager;
    private final RenditionReader live;
    private final Map<String, Slugs> known = new ConcurrentHashMap<>();

    /** The slugs of a collection after a change. */
    private record Slugs(long number, List<String> all) {}

    EntityQueries(ContentTypes contentTypes, EntityManager entityManager, RenditionReader live) {
        this.contentTypes = contentTypes;
        this.entityManager = entityManager;
        this.live = live;
    }

    ContentType<Entry, Content> contentType(String collection) {
        return contentTypes.named(collection);
    }

    List<ContentType<Entry, Content>> contentTypes() {
        return contentTypes.inOrder();
    }

    /** The title of a live document, such as {@code topics/history}; empty where none has this name. */
    Optional<String> title(String document) {
        int slash = document.indexOf('/');
        var type = contentType(document.substring(0, slash));
        return entityManager
                .createQuery("from " + type.entityName(entityManager) + " where slug = :slug", Entry.class)
                .setParameter("slug", document.substring(slash + 1))
                .getResultList()
                .stream()
                .map(Entry::title)
                .findFirst();
    }

    /**
     * All slugs of a collection. They are cached, because there may be very many, and anybody can ask for documents
     * that do not exist.
     */
    List<String> slugs(String collection) {
        long number = live.latest(new Surroundings(List.of(collection), List.of(), ""))
                .number();
        var present = known.get(collection);
        if (present == null || present.number() != number) {
            present = new Slugs(number, readSlugs(collection));
            // In a transaction, the entities are part of a draft's preview.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                known.put(collection, present);
            }
        }
        return present.all();
    }

    private List<String> readSlugs(String collection) {
        return entityManager
                .createQuery(
                        "select slug from " + contentType(collection).entityName(entityManager) + " order by slug",
                        String.class)
                .getResultList();
    }

    /** A document of a list, with the values of its sort keys. */
    record Row(UUID id, List<String> keys) {}

    List<Row> select(ContentType<?, ?> type, ListFilter filter, ListOrder order, int limit) {
        var query = entityManager.createQuery(
                "select e.id, " + order.selected() + " from " + type.entityName(entityManager) + " e" + filter.clause()
                        + " order by " + order.hql(),
                Object[].class);
        filter.values().forEach(query::setParameter);
        // A list, not a stream: a stream would hold the connection until it is closed.
        return query.setMaxResults(limit).getResultList().stream()
                .map(EntityQueries::row)
                .toList();
    }

    private static Row row(Object[] columns) {
        return new Row(
                (UUID) columns[0],
                Stream.of(columns).skip(1).map(String::valueOf).toList());
    }

    /** The types of the entity's attributes. */
    EntityType<?> attributes(ContentType<?, ?> type) {
        return entityManager.getMetamodel().entity(type.entityType());
    }

    long count(ContentType<?, ?> type, ListFilter filter) {
        var query = entityManager.createQuery(
                "select count(e) from " + type.entityName(entityManager) + " e" + filter.clause(), Long.class);
        filter.values().forEach(query::setParameter);
        return query.getSingleResult();
    }
}
