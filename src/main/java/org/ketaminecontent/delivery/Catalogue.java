package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Noun;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.publishing.Nouns;

/** Finds live documents of any kind. */
@ApplicationScoped
class Catalogue {

    private final Nouns nouns;
    private final EntityManager entityManager;

    Catalogue(Nouns nouns, EntityManager entityManager) {
        this.nouns = nouns;
        this.entityManager = entityManager;
    }

    Noun<Entry, Content> noun(String collection) {
        return nouns.of(collection).orElseThrow();
    }

    List<Noun<Entry, Content>> nouns() {
        return nouns.inOrder();
    }

    boolean has(String collection, String slug) {
        return session()
                .bySimpleNaturalId(noun(collection).entityType())
                .loadOptional(slug)
                .isPresent();
    }

    List<String> slugs(String collection) {
        return entityManager
                .createQuery("select slug from " + entity(collection) + " order by slug", String.class)
                .getResultList();
    }

    Optional<Entry> bySlug(String collection, String slug) {
        return session().bySimpleNaturalId(noun(collection).entityType()).loadOptional(slug);
    }

    Optional<Entry> byId(String collection, UUID id) {
        return Optional.ofNullable(entityManager.find(noun(collection).entityType(), id));
    }

    /** An entry of a list, with the values of its sort keys. */
    record Row(Entry entry, List<String> keys) {}

    List<Row> select(String collection, Filter filter, Order order, int limit) {
        var query = entityManager.createQuery(
                "select e, " + order.selected() + " from " + entity(collection) + " e" + filter.clause() + " order by "
                        + order.hql(),
                Object[].class);
        filter.values().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultStream().map(Catalogue::row).toList();
    }

    private static Row row(Object[] columns) {
        return new Row(
                (Entry) columns[0],
                Stream.of(columns).skip(1).map(String::valueOf).toList());
    }

    /** How the entity's attributes are typed. */
    EntityType<?> attributes(String collection) {
        return entityManager.getMetamodel().entity(noun(collection).entityType());
    }

    long count(String collection, Filter filter) {
        var query = entityManager.createQuery(
                "select count(e) from " + entity(collection) + " e" + filter.clause(), Long.class);
        filter.values().forEach(query::setParameter);
        return query.getSingleResult();
    }

    /** The documents of these entries, in their order. */
    List<Document> documents(String collection, List<Entry> entries, Shape shape) {
        var backlinks = backlinks(collection, entries, shape);
        return entries.stream()
                .map(entry -> noun(collection).document(entry, shape, backlinks))
                .toList();
    }

    /** The documents of these slugs, in the collection's own order. */
    List<Document> documents(String collection, Collection<String> slugs, Shape shape) {
        var filter = new Filter(this).any("e.slug in :slugs", "slugs", List.copyOf(slugs));
        var rows = slugs.isEmpty()
                ? List.<Row>of()
                : select(collection, filter, new Order(List.of(noun(collection).order())), slugs.size());
        return documents(collection, rows.stream().map(Row::entry).toList(), shape);
    }

    private Backlinks backlinks(String collection, List<Entry> targets, Shape shape) {
        var found = new HashMap<String, Map<UUID, List<Related>>>();
        for (var source : nouns.pointingTo(collection)) {
            found.put(source.collection(), pointers(source, collection, targets, shape));
        }
        return (target, from) -> found.getOrDefault(from, Map.of()).getOrDefault(target.id, List.of());
    }

    private Map<UUID, List<Related>> pointers(
            Noun<Entry, Content> source, String collection, List<Entry> targets, Shape shape) {
        var byTarget = new HashMap<UUID, List<Related>>();
        entityManager
                .createQuery(
                        "select target.id, source from " + source.entityType().getSimpleName() + " source join source."
                                + Noun.fieldName(collection) + " target where target.id in :targets order by source."
                                + source.order() + ", source.slug",
                        Object[].class)
                .setParameter("targets", targets.stream().map(entry -> entry.id).toList())
                .getResultList()
                .forEach(row -> byTarget.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(shape.related(source.collection(), (Entry) row[1])));
        return byTarget;
    }

    private String entity(String collection) {
        return noun(collection).entityType().getSimpleName();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
