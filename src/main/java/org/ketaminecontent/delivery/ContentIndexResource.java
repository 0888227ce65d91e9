package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.live.LatestChanges;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.text.BodyFormat;

/** The start of the API. */
@Path("/v1")
@Tag(name = "Index", description = "The collections.")
@Produces(MediaType.APPLICATION_JSON)
public class ContentIndexResource {

    private final ContentTypes contentTypes;
    private final LatestChanges latest;
    private final AnswerMeta metaMaker;
    private final RequestFacts facts;
    private final DeliveryContexts contexts;
    private final ObjectMapper mapper;

    ContentIndexResource(
            ContentTypes contentTypes,
            LatestChanges latest,
            AnswerMeta metaMaker,
            RequestFacts facts,
            DeliveryContexts contexts,
            ObjectMapper mapper) {
        this.contentTypes = contentTypes;
        this.latest = latest;
        this.metaMaker = metaMaker;
        this.facts = facts;
        this.contexts = contexts;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "List the collections",
            description = "The start of the API: every collection with its address and its number of documents, the"
                    + " languages, and the address of the description.")
    public RestResponse<ContentIndex> getIndex(@Context RoutingContext context) throws JsonProcessingException {
        var base = facts.base(context);
        var latest = latest();
        var index = index(base, latest);
        var links = Map.of(
                "self",
                index.links().self(),
                "service-desc",
                base + "/openapi.json",
                "service-doc",
                index.links().docs());
        return new CacheableAnswer(
                        mapper.writeValueAsString(index), Set.copyOf(names()), latest.at(), links, Languages.DEFAULT)
                .described();
    }

    /** The list of collections, with the given address at the beginning of links. */
    @Transactional
    public ContentIndex index(String base) {
        return index(base, latest());
    }

    private ContentIndex index(String base, Stamp latest) {
        var deliveryContext = contexts.at(BodyFormat.HTML, base);
        var collections = contentTypes.byRank().stream()
                .map(type ->
                        new ContentIndex.Collection(type.collection(), type.count(), base + "/v1/" + type.collection()))
                .toList();
        var self = base + "/v1";
        return new ContentIndex(
                collections,
                Languages.AVAILABLE,
                metaMaker.meta(latest.number(), Optional.empty(), deliveryContext, Optional.empty()),
                new ContentIndex.IndexLinks(self, base + "/openapi.yaml", base + "/docs", self + "/problems"));
    }

    private Stamp latest() {
        return latest.to(names());
    }

    private List<String> names() {
        return contentTypes.inOrder().stream()
                .map(contentType -> contentType.collection())
                .toList();
    }
}
