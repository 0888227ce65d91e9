package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ketaminecontent.content.BodyFormat;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Noun;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.Rendering;
import org.ketaminecontent.http.RequestFacts;

/** Puts answers together: the documents, what comes along, and what must stand beside them. */
@ApplicationScoped
public class Delivery {

    /** Fields in which a benefit may be stated. */
    private static final Set<String> MAY_STATE_BENEFIT =
            Set.of("sections", "keyFacts", "evidence", "summary", "shortAnswer");

    private final Catalogue catalogue;
    private final Shelf shelf;
    private final MetaMaker metaMaker;
    private final RequestFacts facts;

    Delivery(Catalogue catalogue, Shelf shelf, MetaMaker metaMaker, RequestFacts facts) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.metaMaker = metaMaker;
        this.facts = facts;
    }

    /**
     * One document.
     *
     * @param name the document's slug or UUID
     */
    @Transactional
    public <D extends Document> Answer<D> one(
            Class<D> type, String collection, String name, DocumentQuery query, RoutingContext context, UriInfo uri) {
        var fallback = Languages.missing(query.locale, query.fallback != null);
        var shape = shape(query, context);
        var entry = shelf.find(collection, name, shape, uri);
        var document =
                type.cast(catalogue.documents(collection, List.of(entry), shape).get(0));
        var included = included(List.of(document), query, shape);
        var keys = keys(List.of(document), included);
        var meta = metaMaker.meta(all(List.of(document), included), keys, shape, fallback);
        var links = new AnswerLinks(document.links().self(), null);
        return new Answer<>(
                document,
                included,
                meta.meta(),
                links,
                new Rendering(
                        fields(query, document),
                        meta.keys(),
                        meta.lastModified(),
                        links.byRelation(),
                        Languages.DEFAULT));
    }

    /** A page of a collection. */
    @Transactional
    public <D extends Document> Page<D> page(
            Class<D> type, String collection, ListQuery query, RoutingContext context, UriInfo uri) {
        var fallback = Languages.missing(query.locale, query.fallback != null);
        var shape = shape(query, context);
        var filter = filter(query);
        Long total = query.count == null ? null : (Long) catalogue.count(collection, filter);
        int limit = query.limit == null ? ListQuery.DEFAULT_LIMIT : query.limit;
        var noun = catalogue.noun(collection);
        var order = new Order(query.sort.isEmpty() ? List.of(noun.order()) : query.sort);
        var address = new ListAddress(shape.href(collection), uri.getQueryParameters());
        if (query.cursor != null) {
            var cursor = Cursor.decode(query.cursor, address.fingerprint(), order.size());
            order.after(cursor.keys(), catalogue.attributes(collection), filter);
        }
        var found = catalogue.select(collection, filter, order, limit + 1);
        boolean hasMore = found.size() > limit;
        var rows = hasMore ? found.subList(0, limit) : found;
        var entries = rows.stream().map(Catalogue.Row::entry).toList();
        var documents = catalogue.documents(collection, entries, shape).stream()
                .map(type::cast)
                .toList();
        var included = included(documents, query, shape);
        var keys = keys(documents, included);
        keys.add(collection);
        keys.addAll(filter.keys());
        var meta = metaMaker.meta(all(documents, included), keys, shape, fallback);
        var next =
                hasMore ? new Cursor(address.fingerprint(), rows.get(limit - 1).keys()).encoded() : null;
        var links = address.links(next);
        return new Page<>(
                documents,
                included,
                new Page.Info(limit, hasMore, next, total),
                meta.meta(),
                links,
                new Rendering(
                        documents.isEmpty() ? Set.of() : fields(query, documents.get(0)),
                        meta.keys(),
                        meta.lastModified(),
                        links.byRelation(),
                        Languages.DEFAULT));
    }

    private Filter filter(ListQuery query) {
        var filter = new Filter(catalogue);
        query.narrow(filter);
        if (query.updatedSince != null) {
            filter.one("e.updatedAt >= :updatedSince", "updatedSince", Instant.parse(query.updatedSince));
        }
        return filter;
    }

    private Shape shape(DocumentQuery query, RoutingContext context) {
        var format = query.bodyFormat == null ? BodyFormat.HTML : query.bodyFormat;
        return new Shape(format, facts.base(context), LocalDate.now(Clock.systemUTC()));
    }

    /** What was asked to come along, each document once. */
    private Map<String, List<Document>> included(List<? extends Document> documents, DocumentQuery query, Shape shape) {
        var included = new LinkedHashMap<String, List<Document>>();
        for (var noun : catalogue.nouns()) {
            var name = Noun.fieldName(noun.collection());
            if (query.include.contains(name)) {
                var slugs = documents.stream()
                        .flatMap(document -> document.related().getOrDefault(name, List.of()).stream())
                        .map(Related::slug)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                included.put(name, catalogue.documents(noun.collection(), slugs, shape));
            }
        }
        return included;
    }

    private static List<Document> all(List<? extends Document> documents, Map<String, List<Document>> included) {
        var all = new ArrayList<Document>(documents);
        included.values().forEach(all::addAll);
        return all;
    }

    /** The names of everything shown, titles of related documents among it. */
    private static Set<String> keys(List<? extends Document> documents, Map<String, List<Document>> included) {
        var keys = new HashSet<String>();
        for (var document : all(documents, included)) {
            keys.add(document.type() + "/" + document.slug());
            document.related().values().stream()
                    .flatMap(List::stream)
                    .forEach(related -> keys.add(related.type() + "/" + related.slug()));
        }
        return keys;
    }

    private static Set<String> fields(DocumentQuery query, Document document) {
        if (query.fields.isEmpty()) {
            return Set.of();
        }
        var fields = new LinkedHashSet<>(Document.IDENTITY);
        fields.addAll(query.fields);
        if (query.fields.stream().anyMatch(MAY_STATE_BENEFIT::contains)) {
            fields.add("riskSummary");
        }
        return fields;
    }
}
