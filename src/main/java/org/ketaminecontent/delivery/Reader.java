package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.ketaminecontent.content.BodyFormat;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Neighbours;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.http.Cursor;
import org.ketaminecontent.http.Rendering;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.publishing.Live;
import org.ketaminecontent.publishing.Live.Stamp;
import org.ketaminecontent.publishing.Live.Stored;
import org.ketaminecontent.publishing.Live.Surroundings;

/** Reads live documents for pages, embeds and feeds: whatever is not an answer of the API. */
@ApplicationScoped
public class Reader {

    /** A link in running text to a document that is not among those pointed to. */
    private static final Pattern TERM =
            Pattern.compile("data-type=\\\\\"glossary\\\\\" data-slug=\\\\\"([a-z0-9-]+)\\\\\"");

    private final Catalogue catalogue;
    private final Live live;
    private final Shelf shelf;
    private final Scales scales;
    private final MetaMaker metaMaker;
    private final RequestFacts facts;
    private final CrisisContacts crisisContacts;
    private final ObjectMapper mapper;

    Reader(
            Catalogue catalogue,
            Live live,
            Shelf shelf,
            Scales scales,
            MetaMaker metaMaker,
            RequestFacts facts,
            CrisisContacts crisisContacts,
            ObjectMapper mapper) {
        this.catalogue = catalogue;
        this.live = live;
        this.shelf = shelf;
        this.scales = scales;
        this.metaMaker = metaMaker;
        this.facts = facts;
        this.crisisContacts = crisisContacts;
        this.mapper = mapper;
    }

    /**
     * What stands beside whatever is shown, and what that depends on.
     *
     * @param meta always with crisis contacts
     */
    public record Around(String base, Meta meta, Set<String> keys, Instant lastModified) {

        /** An answer that shows what was read. */
        public Rendering rendering(String body, Map<String, String> links) {
            return new Rendering(body, keys, lastModified, links, Languages.DEFAULT);
        }
    }

    /** A document with all that it points to. */
    public record Read(Document document, Neighbours neighbours, Around around) {}

    /**
     * Some of a collection's documents.
     *
     * @param next the cursor of the next page; null on the last
     */
    public record Listed(List<Document> documents, @Nullable String next, Around around) {}

    /** Whether there is such a collection. */
    public boolean has(String collection) {
        return collections().contains(collection);
    }

    /** The names of all collections. */
    public List<String> collections() {
        return catalogue.nouns().stream().map(noun -> noun.collection()).toList();
    }

    /**
     * One document.
     *
     * @param name the document's slug or UUID
     * @param place where such documents are shown, such as {@code /embed/}, so that a former slug leads to the present one
     *     there; empty where it is as good as that
     */
    public Read read(String collection, String name, String place, RoutingContext context, UriInfo uri) {
        var shape = shape(context);
        var stored = shelf.find(collection, name, place, shape, aside(), uri);
        scales.makeRoomForObjects(List.of(stored.id()), collections(), context);
        var terms = TERM.matcher(stored.json().textAt("")).results().map(match -> "glossary/" + match.group(1));
        var names = Stream.concat(stored.shown().stream(), terms).collect(Collectors.toSet());
        var shown = live.named(names, BodyFormat.HTML, aside());
        var documents = shown.stream().collect(Collectors.toMap(Stored::name, each -> document(each, shape)));
        var all = Stream.concat(Stream.of(stored), shown.stream()).toList();
        return new Read(
                document(stored, shape),
                new Neighbours(shape.base(), documents),
                around(all, Stamp.NONE, names, shape));
    }

    /** Documents of these names; what is live no more is left out. */
    public Map<String, Document> named(List<String> names, RoutingContext context) {
        var shape = shape(context);
        return live.named(names, BodyFormat.HTML, aside()).stream()
                .collect(Collectors.toMap(Stored::name, each -> document(each, shape)));
    }

    /**
     * A page of a collection, in the collection's own order.
     *
     * @param narrow says which documents it is to hold
     * @param cursor where the page begins; null for the first
     */
    public Listed list(
            String collection, Consumer<Filter> narrow, @Nullable String cursor, int limit, RoutingContext context) {
        var shape = shape(context);
        var filter = new Filter(catalogue);
        narrow.accept(filter);
        var order = new Order(List.of(catalogue.noun(collection).order()));
        var fingerprint = Cursor.fingerprint("page of " + collection);
        if (cursor != null) {
            var position = Cursor.decode(cursor, fingerprint, order.size()).keys();
            order.after(position, catalogue.attributes(collection), filter);
        }
        var rows = catalogue.select(collection, filter, order, limit + 1);
        boolean hasMore = rows.size() > limit;
        var ids = rows.stream().limit(limit).map(Catalogue.Row::id).toList();
        scales.makeRoomForObjects(ids, List.of(), context);
        var found = live.identified(ids, BodyFormat.HTML, aside()).stream()
                .collect(Collectors.toMap(Stored::id, Function.identity()));
        var stored = ids.stream().map(found::get).filter(each -> each != null).toList();
        var listed = live.latest(new Surroundings(List.of(collection), List.of(), ""));
        var next = hasMore ? new Cursor(fingerprint, rows.get(limit - 1).keys()).encoded() : null;
        return new Listed(
                stored.stream().map(each -> document(each, shape)).toList(),
                next,
                around(stored, listed, Set.of(collection), shape));
    }

    /** What stands beside something that shows all there is. */
    public Around everything(RoutingContext context) {
        return around(List.of(), live.latest(), Set.copyOf(collections()), shape(context));
    }

    private Around around(List<Stored> documents, Stamp listed, Set<String> more, Shape shape) {
        var keys = new HashSet<>(more);
        keys.add(crisisContacts.collection());
        var contacts = live.latest(new Surroundings(List.of(crisisContacts.collection()), List.of(), ""));
        var stamp = listed.or(contacts);
        for (var each : documents) {
            keys.add(each.name());
            stamp = stamp.or(each.stamp());
        }
        var meta = metaMaker.meta(stamp.number(), Optional.of(contacts.number()), shape, Optional.empty());
        return new Around(shape.base(), meta, keys, stamp.at());
    }

    private Surroundings aside() {
        return new Surroundings(List.of(), List.of(), crisisContacts.collection());
    }

    private Shape shape(RoutingContext context) {
        return new Shape(BodyFormat.HTML, facts.base(context), LocalDate.now(Clock.systemUTC()));
    }

    private Document document(Stored stored, Shape shape) {
        var collection = stored.name().substring(0, stored.name().indexOf('/'));
        try {
            return mapper.readValue(
                    stored.json().textAt(shape.base()),
                    catalogue.noun(collection).documentType());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document can be read back", e);
        }
    }
}
