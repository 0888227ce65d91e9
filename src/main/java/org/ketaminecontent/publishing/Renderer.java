package org.ketaminecontent.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.live.Rendition;
import org.ketaminecontent.live.RenditionHead;
import org.ketaminecontent.text.BodyFormat;

/** Renders documents. */
@ApplicationScoped
class Renderer {

    private final ContentTypes contentTypes;
    private final ObjectMapper mapper;

    Renderer(ContentTypes contentTypes, ObjectMapper mapper) {
        this.contentTypes = contentTypes;
        this.mapper = mapper;
    }

    /**
     * New renditions of these entities, still without number and build.
     *
     * @param entityManager reads them and those that they show
     * @param today the date by which reviews are judged due
     */
    List<Rendition> render(
            EntityManager entityManager,
            ContentType<Entry, Content> contentType,
            Collection<UUID> ids,
            LocalDate today) {
        var backlinks = backlinks(entityManager, contentType.collection(), ids, today);
        return entityManager
                .createQuery(
                        "from " + contentType.entityName(entityManager) + " where id in :ids order by slug",
                        contentType.entityType())
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(entry -> render(contentType, entry, backlinks, today))
                .toList();
    }

    private Rendition render(
            ContentType<Entry, Content> contentType, Entry entry, Backlinks backlinks, LocalDate today) {
        var html = document(
                contentType, entry, new DeliveryContext(BodyFormat.HTML, DeliveryContext.NO_ADDRESS, today), backlinks);
        var rendition = new Rendition();
        rendition.entryId = entry.id;
        rendition.document = contentType.collection() + "/" + entry.slug;
        rendition.crisisSupport = html.crisisSupport();
        rendition.shown = html.related().values().stream()
                .flatMap(List::stream)
                .map(related -> related.type() + "/" + related.slug())
                .distinct()
                .toList();
        rendition.goodUntil = entry.review == null ? null : entry.review.changesAfter(today);
        rendition.html = json(html);
        rendition.head = head(html);
        rendition.markdown = json(document(
                contentType,
                entry,
                new DeliveryContext(BodyFormat.MARKDOWN, DeliveryContext.NO_ADDRESS, today),
                backlinks));
        var plain = document(
                contentType, entry, new DeliveryContext(BodyFormat.TEXT, DeliveryContext.NO_ADDRESS, today), backlinks);
        rendition.plain = json(plain);
        rendition.locale = entry.locale;
        rendition.searchText = json(plain.searchText().with(entry.askedAs, plain.risks()));
        return rendition;
    }

    private static Document document(
            ContentType<Entry, Content> contentType,
            Entry entry,
            DeliveryContext deliveryContext,
            Backlinks backlinks) {
        return contentType.document(entry, deliveryContext, backlinks);
    }

    private String head(Document document) {
        try {
            return RenditionHead.of(document, mapper);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document can be written as JSON", e);
        }
    }

    private String json(Object document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document can be written as JSON", e);
        }
    }

    private Backlinks backlinks(
            EntityManager entityManager, String collection, Collection<UUID> targets, LocalDate today) {
        var deliveryContext = new DeliveryContext(BodyFormat.HTML, DeliveryContext.NO_ADDRESS, today);
        var found = new HashMap<String, Map<UUID, List<Related>>>();
        for (var source : contentTypes.pointingTo(collection)) {
            found.put(source.collection(), backlinks(entityManager, source, collection, targets, deliveryContext));
        }
        return (target, from) -> found.getOrDefault(from, Map.of()).getOrDefault(target.id, List.of());
    }

    private Map<UUID, List<Related>> backlinks(
            EntityManager entityManager,
            ContentType<Entry, Content> source,
            String collection,
            Collection<UUID> targets,
            DeliveryContext deliveryContext) {
        var byTarget = new HashMap<UUID, List<Related>>();
        entityManager
                .createQuery(
                        "select target.id, source.slug, source." + source.titleProperty() + " from "
                                + source.entityName(entityManager) + " source join source."
                                + ContentType.fieldName(collection)
                                + " target where target.id in :targets order by source."
                                + source.order() + ", source.slug",
                        Object[].class)
                .setParameter("targets", targets)
                .getResultList()
                .forEach(row -> byTarget.computeIfAbsent((UUID) row[0], id -> new ArrayList<>())
                        .add(deliveryContext.related(source.collection(), (String) row[1], (String) row[2])));
        return byTarget;
    }
}
