package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.SortKeys;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.live.LatestChanges;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.live.RenditionReader.Stored;
import org.ketaminecontent.live.RenditionReader.Surroundings;
import org.ketaminecontent.text.BodyFormat;

/** Reads live documents for pages, embeds and feeds, which are not answers of the API. */
@ApplicationScoped
public class DocumentReader {

    /** A link in running text to a document outside the relations. */
    private static final Pattern TERM =
            Pattern.compile("data-type=\\\\\"glossary\\\\\" data-slug=\\\\\"([a-z0-9-]+)\\\\\"");

    private final ContentTypes contentTypes;
    private final RenditionReader live;
    private final LatestChanges latest;
    private final DocumentLookup lookup;
    private final ReadBudget readBudget;
    private final AnswerMeta metaMaker;
    private final DeliveryContexts contexts;
    private final CrisisContacts crisisContacts;
    private final ObjectMapper mapper;

    DocumentReader(
            ContentTypes contentTypes,
            RenditionReader live,
            LatestChanges latest,
            DocumentLookup lookup,
            ReadBudget readBudget,
            AnswerMeta metaMaker,
            DeliveryContexts contexts,
            CrisisContacts crisisContacts,
            ObjectMapper mapper) {
        this.contentTypes = contentTypes;
        this.live = live;
        this.latest = latest;
        this.lookup = lookup;
        this.readBudget = readBudget;
        this.metaMaker = metaMaker;
        this.contexts = contexts;
        this.crisisContacts = crisisContacts;
        this.mapper = mapper;
    }

    /**
     * The common parts of an answer, and its dependencies.
     *
     * @param meta always with crisis contacts
     */
    public record Around(String base, Meta meta, Set<String> keys, Instant lastModified) {

        /** An answer that shows what was read. */
        public CacheableAnswer rendering(String body, Map<String, String> links) {
            return new CacheableAnswer(body, keys, lastModified, links, Languages.DEFAULT);
        }
    }

    /** A document with its linked documents. */
    public record Read(Document document, LinkedDocuments neighbours, Around around) {}

    /**
     * A page of a collection's documents.
     *
     * @param next the cursor of the next page; null on the last page
     */
    public record Listed(List<Document> documents, @Nullable String next, Around around) {}

    /** Tells whether the collection exists. */
    public boolean has(String collection) {
        return collections().contains(collection);
    }

    /** The names of all collections. */
    public List<String> collections() {
        return contentTypes.inOrder().stream()
                .map(contentType -> contentType.collection())
                .toList();
    }

    /**
     * One document.
     *
     * @param name the document's slug or UUID
     * @param place the path of such documents, such as {@code /embed/}, so that a former slug redirects to the present
     * one; empty if it needs no redirect
     */
    public Read read(String collection, String name, String place, RoutingContext context, UriInfo uri) {
        var deliveryContext = deliveryContext(context);
        var stored = lookup.find(collection, name, place, deliveryContext, aside(), uri);
        readBudget.makeRoomForObjects(List.of(stored.id()), collections(), context);
        var terms = TERM.matcher(stored.json().textAt("")).results().map(match -> "glossary/" + match.group(1));
        var names = Stream.concat(stored.shown().stream(), terms).collect(Collectors.toSet());
        var shown = live.named(names, BodyFormat.HTML, aside());
        var documents = shown.stream().collect(Collectors.toMap(Stored::name, each -> document(each, deliveryContext)));
        var all = Stream.concat(Stream.of(stored), shown.stream()).toList();
        return new Read(
                document(stored, deliveryContext),
                new LinkedDocuments(deliveryContext.base(), documents),
                around(all, Stamp.NONE, names, deliveryContext));
    }

    /** The live documents with these names; others are skipped. */
    public Map<String, Document> named(List<String> names, RoutingContext context) {
        var deliveryContext = deliveryContext(context);
        return live.named(names, BodyFormat.HTML, aside()).stream()
                .collect(Collectors.toMap(Stored::name, each -> document(each, deliveryContext)));
    }

    /**
     * A page of a collection, in the collection's own order.
     *
     * @param narrow restricts the documents
     * @param cursor the start of the page; null for the first
     */
    public Listed list(
            String collection,
            Consumer<ListFilter> narrow,
            @Nullable String cursor,
            int limit,
            RoutingContext context) {
        var deliveryContext = deliveryContext(context);
        var filter = new ListFilter();
        narrow.accept(filter);
        var type = contentTypes.named(collection);
        var order = new ListOrder(type);
        var fingerprint = Cursor.fingerprint("page of " + collection);
        if (cursor != null) {
            var position = Cursor.decode(cursor, fingerprint, order.size()).keys();
            order.after(position, filter);
        }
        var rows = order.first(limit + 1, filter);
        boolean hasMore = rows.size() > limit;
        var ids = rows.stream().limit(limit).map(SortKeys::id).toList();
        readBudget.makeRoomForObjects(ids, List.of(), context);
        var found = live.identified(ids, BodyFormat.HTML, aside()).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        var stored = ids.stream().map(found::get).filter(each -> each != null).toList();
        var listed = latest.to(List.of(collection));
        var next = hasMore ? new Cursor(fingerprint, order.position(rows.get(limit - 1))).encoded() : null;
        return new Listed(
                stored.stream().map(each -> document(each, deliveryContext)).toList(),
                next,
                around(stored, listed, Set.of(collection), deliveryContext));
    }

    /** The short fields of a collection's documents, in the collection's own order: reading them costs little. */
    public List<JsonNode> heads(String collection, int limit, RoutingContext context) {
        var base = deliveryContext(context).base();
        var type = contentTypes.named(collection);
        var order = new ListOrder(type);
        var ids =
                order.first(limit, new ListFilter()).stream().map(SortKeys::id).toList();
        var found = live.heads(ids, aside()).stream().collect(Collectors.toMap(Stored::id, Function.identity()));
        return ids.stream()
                .map(found::get)
                .filter(each -> each != null)
                .map(each -> head(each, base))
                .toList();
    }

    /** A head is stored as a line for each field. */
    private JsonNode head(Stored stored, String base) {
        try {
            return mapper.readTree("{" + stored.json().textAt(base).replace('\n', ',') + "}");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document can be parsed", e);
        }
    }

    /** The common parts of an answer that shows all content. */
    public Around everything(RoutingContext context) {
        return around(List.of(), latest.toAnything(), Set.copyOf(collections()), deliveryContext(context));
    }

    private Around around(List<Stored> documents, Stamp listed, Set<String> more, DeliveryContext deliveryContext) {
        var keys = new HashSet<>(more);
        keys.add(crisisContacts.collection());
        var contacts = latest.to(List.of(crisisContacts.collection()));
        var stamp = listed.or(contacts);
        for (var each : documents) {
            keys.add(each.name());
            stamp = stamp.or(each.stamp());
        }
        var meta = metaMaker.meta(stamp.number(), Optional.of(contacts.number()), deliveryContext, Optional.empty());
        return new Around(deliveryContext.base(), meta, keys, stamp.at());
    }

    private Surroundings aside() {
        return new Surroundings(List.of(), List.of(), crisisContacts.collection());
    }

    private DeliveryContext deliveryContext(RoutingContext context) {
        return contexts.of(BodyFormat.HTML, context);
    }

    private Document document(Stored stored, DeliveryContext deliveryContext) {
        var collection = stored.name().substring(0, stored.name().indexOf('/'));
        try {
            return mapper.readValue(
                    stored.json().textAt(deliveryContext.base()),
                    contentTypes.named(collection).documentType());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document can be parsed", e);
        }
    }
}
