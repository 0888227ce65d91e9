package org.ketaminecontent.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
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
     * @param session reads them and those that they show
     * @param today the date by which reviews are judged due
     */
    List<Rendition> render(
            Session session, ContentType<Entry, Content> contentType, Collection<UUID> ids, LocalDate today) {
        var backlinks = backlinks(session, contentType.collection(), ids, today);
        return session.findMultiple(contentType.entityType(), List.copyOf(ids)).stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(entry -> entry.slug))
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

    private Backlinks backlinks(Session session, String collection, Collection<UUID> targets, LocalDate today) {
        var deliveryContext = new DeliveryContext(BodyFormat.HTML, DeliveryContext.NO_ADDRESS, today);
        var found = new LinkedHashMap<String, Map<UUID, List<Related>>>();
        for (var source : contentTypes.pointingTo(collection)) {
            found.put(source.collection(), backlinks(session, source, collection, targets, deliveryContext));
        }
        return new FoundBacklinks(found);
    }

    private Map<UUID, List<Related>> backlinks(
            Session session,
            ContentType<Entry, Content> source,
            String collection,
            Collection<UUID> targets,
            DeliveryContext deliveryContext) {
        var byTarget = new HashMap<UUID, List<Related>>();
        new Relation(source, collection, session)
                .links(targets)
                .forEach(link -> byTarget.computeIfAbsent(link.target(), id -> new ArrayList<>())
                        .add(deliveryContext.related(source.collection(), link.slug(), link.title())));
        return byTarget;
    }
}
