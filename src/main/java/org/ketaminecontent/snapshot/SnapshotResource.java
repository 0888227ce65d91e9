package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.cache.CacheableAnswer;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.Languages;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.http.RequestFacts;

/** Lists snapshots, and serves their files. */
@Path(SnapshotResource.PATH)
@Tag(name = "Sync")
public class SnapshotResource {

    static final String PATH = "/v1/snapshots";

    /** The cache key of answers that list snapshots. */
    static final String KEY = "snapshots";

    private final SnapshotStore store;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    SnapshotResource(SnapshotStore store, RequestFacts facts, ObjectMapper mapper) {
        this.store = store;
        this.facts = facts;
        this.mapper = mapper;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "List snapshots",
            description = "The latest snapshot of all content in each language, as SQLite and as JSON Lines, plain"
                    + " and compressed. Start with one instead of many pages of sync, and continue from its"
                    + " `checkpoint`. Files never change, and remain available for a while after the next snapshot"
                    + " is made.")
    public RestResponse<SnapshotList> listSnapshots(@Context RoutingContext context) throws JsonProcessingException {
        var links = new AnswerLinks(facts.base(context) + PATH, null);
        var latest = store.read().latest();
        requireAtLeast(context.request().getParam(QueryParameter.AT_LEAST.name()), latest);
        var list = new SnapshotList(latest.stream().toList(), links);
        return new CacheableAnswer(
                        mapper.writeValueAsString(list),
                        Set.of(KEY),
                        store.modified(),
                        links.byRelation(),
                        Languages.DEFAULT)
                .described();
    }

    /** Files are made after the changes that they hold. */
    private static void requireAtLeast(@Nullable String asked, Optional<Snapshot> latest) {
        long made = latest.map(Snapshot::contentVersion).orElse(0L);
        if (asked != null && Long.parseLong(asked) > made) {
            throw new Failure(
                            ErrorCode.VERSION_NOT_REACHED,
                            "No snapshot holds change " + asked + " yet; the latest holds " + made
                                    + ". Start with it, and continue from its checkpoint.")
                    .with("Retry-After", ErrorCode.RETRY_AFTER_SECONDS);
        }
    }

    @GET
    @Path("/{file}")
    @Operation(hidden = true)
    public RestResponse<Object> getSnapshotFile(@PathParam("file") String name, @Context RoutingContext context) {
        var file = store.read()
                .files()
                .filter(each -> SnapshotStore.name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "There is no such snapshot, or it has expired. GET " + PATH + " lists them."));
        return new FileAnswer(file, store.file(name)).to(context.request());
    }
}
