package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ketaminecontent.content.BodyFormat;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.http.Rendering;
import org.ketaminecontent.http.RequestFacts;

/** Lists what there is. */
@Path("/v1")
@Tag(name = "Index", description = "What there is.")
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    private final Catalogue catalogue;
    private final MetaMaker metaMaker;
    private final RequestFacts facts;

    IndexResource(Catalogue catalogue, MetaMaker metaMaker, RequestFacts facts) {
        this.catalogue = catalogue;
        this.metaMaker = metaMaker;
        this.facts = facts;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List the collections, with how many documents each holds",
            description =
                    "The place to start: every collection with its address, the languages, and where the description is.")
    public Index getIndex(@Context RoutingContext context) {
        return index(facts.base(context));
    }

    /** What there is, with links that begin with the given address. */
    @Transactional
    public Index index(String base) {
        var shape = new Shape(BodyFormat.HTML, base, LocalDate.now(Clock.systemUTC()));
        var collections = catalogue.nouns().stream()
                .map(noun -> noun.collection())
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .map(collection -> new Index.Collection(
                        collection, catalogue.count(collection, new Filter(catalogue)), base + "/v1/" + collection))
                .toList();
        Set<String> keys = collections.stream().map(Index.Collection::type).collect(Collectors.toSet());
        var meta = metaMaker.meta(List.of(), keys, shape, Optional.empty());
        var self = base + "/v1";
        return new Index(
                collections,
                Languages.AVAILABLE,
                meta.meta(),
                new Index.IndexLinks(self, base + "/openapi.yaml", base + "/docs", self + "/problems"),
                new Rendering(
                        Set.of(),
                        meta.keys(),
                        meta.lastModified(),
                        Map.of("self", self, "service-desc", base + "/openapi.json", "service-doc", base + "/docs"),
                        Languages.DEFAULT));
    }

    /** Readers come for topics; sources and terms stand at the end. */
    private static int rank(String collection) {
        int place = List.of("topics", "conditions", "side-effects", "faqs", "references", "glossary")
                .indexOf(collection);
        return place < 0 ? Integer.MAX_VALUE : place;
    }
}
