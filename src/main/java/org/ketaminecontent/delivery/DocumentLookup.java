package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.DidYouMean;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.MovedPermanently;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.live.RenditionReader;
import org.ketaminecontent.live.RenditionReader.Stored;
import org.ketaminecontent.live.RenditionReader.Surroundings;
import org.ketaminecontent.live.Withdrawal;

/** Finds a live document by id, slug or former slug. */
@ApplicationScoped
class DocumentLookup {

    private static final Pattern UUID_SYNTAX = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ContentTypes contentTypes;
    private final LiveSlugs slugs;
    private final RenditionReader live;

    DocumentLookup(ContentTypes contentTypes, LiveSlugs slugs, RenditionReader live) {
        this.contentTypes = contentTypes;
        this.slugs = slugs;
        this.live = live;
    }

    /**
     * The live document with this slug or UUID.
     *
     * @param place the path of its collection, such as {@code /v1/}; empty if a former slug needs no redirect
     * @throws MovedPermanently if the document has another slug now
     * @throws Failure if it was withdrawn or never existed
     */
    Stored find(
            String collection,
            String name,
            String place,
            DeliveryContext deliveryContext,
            Surroundings around,
            UriInfo uri) {
        Optional<UUID> id = UUID_SYNTAX.matcher(name).matches() ? Optional.of(UUID.fromString(name)) : Optional.empty();
        return id.flatMap(each -> byId(collection, each, deliveryContext, around))
                .or(() -> live.named(List.of(collection + "/" + name), deliveryContext.bodyFormat(), around).stream()
                        .findFirst())
                .orElseGet(() -> underFormerSlug(collection, name, id, place, deliveryContext, around, uri));
    }

    private Stored underFormerSlug(
            String collection,
            String name,
            Optional<UUID> id,
            String place,
            DeliveryContext deliveryContext,
            Surroundings around,
            UriInfo uri) {
        var former = FormerSlug.findBySlug(collection, name).map(each -> each.entryId);
        var renamed = former.flatMap(each -> byId(collection, each, deliveryContext, around))
                .orElseThrow(() -> missing(collection, name, id, former));
        if (!place.isEmpty()) {
            throw new MovedPermanently(deliveryContext.base() + place + renamed.name(), uri);
        }
        return renamed;
    }

    private Optional<Stored> byId(String collection, UUID id, DeliveryContext deliveryContext, Surroundings around) {
        return live.identified(List.of(id), deliveryContext.bodyFormat(), around).stream()
                .filter(document -> document.name().startsWith(collection + "/"))
                .findFirst();
    }

    private Failure missing(String collection, String name, Optional<UUID> id, Optional<UUID> former) {
        return withdrawal(collection, name, id, former)
                .map(each -> new Failure(
                        ErrorCode.WITHDRAWN, "The document '" + each.slug + "' was withdrawn.", List.of(), about(each)))
                .orElseGet(() -> new Failure(
                        ErrorCode.DOCUMENT_NOT_FOUND,
                        "There is no '" + shown(name) + "' in /v1/" + collection + "."
                                + DidYouMean.hint(name, slugs.of(collection))));
    }

    private static Optional<Withdrawal> withdrawal(
            String collection, String name, Optional<UUID> id, Optional<UUID> former) {
        return id.isPresent()
                ? Withdrawal.findByEntry(collection, id.get())
                : Withdrawal.findBySlug(collection, name)
                        .or(() -> former.flatMap(each -> Withdrawal.findByEntry(collection, each)));
    }

    private Map<String, Object> about(Withdrawal withdrawal) {
        var about = new LinkedHashMap<String, Object>();
        about.put("withdrawnAt", withdrawal.withdrawnAt);
        if (withdrawal.reason != null) {
            about.put("reason", withdrawal.reason);
        }
        if (withdrawal.successor != null) {
            about.put("successor", withdrawal.successor);
            title(withdrawal.successor).ifPresent(title -> about.put("successorTitle", title));
        }
        return about;
    }

    /** The title of a live document, such as {@code topics/history}; empty where none has this name. */
    private Optional<String> title(String document) {
        int slash = document.indexOf('/');
        return contentTypes
                .named(document.substring(0, slash))
                .findBySlug(document.substring(slash + 1))
                .map(Entry::title);
    }

    private static String shown(String name) {
        return CodePoints.shown(name, 80);
    }
}
