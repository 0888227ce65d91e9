package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.SortKeys;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.live.LatestChanges;
import org.ketaminecontent.live.RenditionHead;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.live.RenditionReader.Stored;
import org.ketaminecontent.live.RenditionReader.Surroundings;
import org.ketaminecontent.text.BodyFormat;

/** Builds the API's answers: the documents, their included documents and {@code meta}. */
@ApplicationScoped
public class ApiAnswers {

    private final ContentTypes contentTypes;
    private final LiveSlugs slugs;
    private final RenditionReader live;
    private final LatestChanges latest;
    private final DocumentLookup lookup;
    private final ReadBudget readBudget;
    private final AnswerMeta metaMaker;
    private final AnswerWriter writer;
    private final DeliveryContexts contexts;
    private final CrisisContacts crisisContacts;

    ApiAnswers(
            ContentTypes contentTypes,
            LiveSlugs slugs,
            RenditionReader live,
            LatestChanges latest,
            DocumentLookup lookup,
            ReadBudget readBudget,
            AnswerMeta metaMaker,
            AnswerWriter writer,
            DeliveryContexts contexts,
            CrisisContacts crisisContacts) {
        this.contentTypes = contentTypes;
        this.slugs = slugs;
        this.live = live;
        this.latest = latest;
        this.lookup = lookup;
        this.readBudget = readBudget;
        this.metaMaker = metaMaker;
        this.writer = writer;
        this.contexts = contexts;
        this.crisisContacts = crisisContacts;
    }

    /**
     * One document of a content type.
     *
     * @param name the document's slug or UUID
     */
    public <D extends Document> RestResponse<Answer<D>> one(
            ContentType<?, ?> type, String name, DocumentQuery query, RoutingContext context, UriInfo uri) {
        var fallback = Languages.missing(query.locale, query.fallback != null);
        var deliveryContext = deliveryContext(query, context);
        var around = surroundings(List.of(), List.of());
        var document = lookup.find(type.collection(), name, "/v1/", deliveryContext, around, uri);
        if (!query.include.isEmpty()) {
            readBudget.makeRoom(List.of(document.id()), collections(query), deliveryContext.bodyFormat(), context);
        }
        var included = included(List.of(document), query, deliveryContext, around);
        var links = new AnswerLinks(deliveryContext.base() + "/v1/" + document.name(), null);
        var state = Dependencies.of(List.of(document), included, document.around(), crisisContacts.collection());
        var beside = beside(included, Map.of(), meta(state, deliveryContext, fallback), links);
        var body = writer.one(document, fields(type, query), beside, deliveryContext.base());
        var related = new LinkedHashMap<>(links.byRelation());
        related.put("alternate; type=\"text/html\"", deliveryContext.base() + "/" + document.name());
        return new CacheableAnswer(body, state.keys(), state.stamp().at(), related, Languages.DEFAULT).described();
    }

    /** A page of a collection. */
    public <D extends Document> RestResponse<Page<D>> page(
            ContentType<?, ?> type, ListQuery query, RoutingContext context, UriInfo uri) {
        query.checkView();
        var collection = type.collection();
        var fallback = Languages.missing(query.locale, query.fallback != null);
        var deliveryContext = deliveryContext(query, context);
        var filter = filter(query);
        Long total = query.count == null ? null : (Long) filter.count(type);
        int limit = query.limit == null ? ListQuery.DEFAULT_LIMIT : query.limit;
        var order = query.sort.isEmpty() ? new ListOrder(type) : new ListOrder(type, query.sort);
        var address = new ListAddress(deliveryContext.href(collection), uri.getQueryParameters());
        if (query.cursor != null) {
            var cursor = Cursor.decode(query.cursor, address.fingerprint(), order.size());
            order.after(cursor.keys(), filter);
        }
        var found = order.first(limit + 1, filter);
        boolean hasMore = found.size() > limit;
        var rows = hasMore ? found.subList(0, limit) : found;
        var around = surroundings(List.of(collection), filter.keys());
        var ids = rows.stream().map(SortKeys::id).toList();
        var documents = inOrder(ids, documents(type, ids, query, deliveryContext, around, context), Stored::id);
        if (documents.isEmpty() || filter.hasAlternatives()) {
            filter.refuseStrangers(slugs);
        }
        var included = included(documents, query, deliveryContext, around);
        var listed = documents.isEmpty() ? latest.to(around) : documents.get(0).around();
        var next = hasMore ? new Cursor(address.fingerprint(), order.position(rows.get(limit - 1))).encoded() : null;
        var links = address.links(next);
        var state = Dependencies.of(documents, included, listed, crisisContacts.collection())
                .with(collection, filter.keys());
        var info = Map.<String, Object>of("page", new Page.Info(limit, hasMore, next, total));
        var beside =
                beside(included, info, meta(state, deliveryContext, fallback).brief(), links);
        var body = writer.many(documents, fields(type, query), beside, deliveryContext.base());
        return new CacheableAnswer(body, state.keys(), state.stamp().at(), links.byRelation(), Languages.DEFAULT)
                .described();
    }

    private ListFilter filter(ListQuery query) {
        var filter = new ListFilter();
        query.narrow(filter);
        if (query.updatedSince != null) {
            filter.one("updatedAt >= :updatedSince", "updatedSince", Instant.parse(query.updatedSince));
        }
        return filter;
    }

    private DeliveryContext deliveryContext(DocumentQuery query, RoutingContext context) {
        var format = query.bodyFormat == null ? BodyFormat.HTML : query.bodyFormat;
        return contexts.of(format, context);
    }

    private Surroundings surroundings(List<String> collections, List<String> documents) {
        return new Surroundings(collections, documents, crisisContacts.collection());
    }

    /** Only the heads are read if they contain all requested fields. */
    private List<Stored> documents(
            ContentType<?, ?> type,
            List<UUID> ids,
            DocumentQuery query,
            DeliveryContext deliveryContext,
            Surroundings around,
            RoutingContext context) {
        var fields = fields(type, query);
        boolean isBrief = !fields.isEmpty()
                && query.include.isEmpty()
                && deliveryContext.bodyFormat() == BodyFormat.HTML
                && RenditionHead.fields(type.documentType()).containsAll(fields);
        if (!isBrief) {
            readBudget.makeRoom(ids, collections(query), deliveryContext.bodyFormat(), context);
        }
        return isBrief ? live.heads(ids, around) : live.identified(ids, deliveryContext.bodyFormat(), around);
    }

    /** The collections of the documents to include. */
    private List<String> collections(DocumentQuery query) {
        return contentTypes.inOrder().stream()
                .map(ContentType::collection)
                .filter(collection -> query.include.contains(ContentType.fieldName(collection)))
                .toList();
    }

    /** The included documents, each once. */
    private Map<String, List<Stored>> included(
            List<Stored> documents, DocumentQuery query, DeliveryContext deliveryContext, Surroundings around) {
        if (query.include.isEmpty()) {
            return Map.of();
        }
        var names = documents.stream()
                .flatMap(document -> document.shown().stream())
                .filter(name -> query.include.contains(field(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var found = inOrder(names, live.named(names, deliveryContext.bodyFormat(), around), Stored::name);
        var included = new LinkedHashMap<String, List<Stored>>();
        contentTypes.inOrder().stream()
                .map(contentType -> ContentType.fieldName(contentType.collection()))
                .filter(query.include::contains)
                .forEach(field -> included.put(
                        field,
                        found.stream()
                                .filter(each -> field(each.name()).equals(field))
                                .toList()));
        return included;
    }

    /** Skips documents withdrawn since the ids were read. */
    private static <K> List<Stored> inOrder(Collection<K> wanted, List<Stored> found, Function<Stored, K> key) {
        var byKey = found.stream().collect(Collectors.toMap(key, Function.identity()));
        return wanted.stream().map(byKey::get).filter(Objects::nonNull).toList();
    }

    private static String field(String name) {
        return ContentType.fieldName(name.substring(0, name.indexOf('/')));
    }

    private Meta meta(Dependencies state, DeliveryContext deliveryContext, Optional<String> fallback) {
        return metaMaker.meta(state.stamp().number(), state.contactsVersion(), deliveryContext, fallback);
    }

    private static AnswerWriter.Beside beside(
            Map<String, List<Stored>> included, Map<String, Object> info, Meta meta, AnswerLinks links) {
        var more = new LinkedHashMap<>(info);
        more.put("meta", meta);
        more.put("links", links);
        return new AnswerWriter.Beside(included, more);
    }

    /** The fields to send; none for all of them. */
    private static Set<String> fields(ContentType<?, ?> type, DocumentQuery query) {
        if (query.fields.isEmpty()) {
            return query.isSummary() ? RenditionHead.fields(type.documentType()) : Set.of();
        }
        var fields = new HashSet<>(Document.IDENTITY);
        fields.addAll(query.fields);
        if (query.fields.stream().anyMatch(type.benefitFields()::contains)) {
            fields.add("riskSummary");
        }
        return fields;
    }
}
