package org.ketaminecontent.editorial;

import static org.ketaminecontent.http.JsonBodyReader.read;
import static org.ketaminecontent.http.JsonBodyReader.tree;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.RequestFacts;

/** Publishes and takes back several documents together. */
@Path("/editorial/v1/releases")
@Tag(name = "Releases", description = "Several documents in one transaction.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    private static final int MOST = 100;

    private final Desk drafts;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestFacts facts;

    ReleaseResource(Desk drafts, IdempotencyKeys idempotencyKeys, RequestFacts facts) {
        this.drafts = drafts;
        this.idempotencyKeys = idempotencyKeys;
        this.facts = facts;
    }

    /** What became live and what was taken back. */
    @Schema(name = "Released")
    public record Released(String title, List<EditorialDocument> data) {}

    @POST
    @RequiresRight(Right.PUBLISH)
    @Operation(
            summary = "Publish and withdraw several documents: all of them, or none",
            description = "Documents may point to each other: what counts is what is live afterwards.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequests.Release.class)))
    public RestResponse<Released> release(byte @Nullable [] body, @Context RoutingContext context) {
        return idempotencyKeys.answer(context, body, () -> {
            var release = read(tree(body), StepRequests.Release.class);
            var title = StepRequests.text("/title", release.title());
            var going = release.going();
            var leaving = release.leaving();
            int size = going.size() + leaving.size();
            if (size == 0 || size > MOST) {
                throw JsonBodyReader.invalid(
                        List.of(JsonBodyReader.detail("", "must name 1 to " + MOST + " documents")));
            }
            var base = facts.base(context);
            var works = drafts.release(Authorization.actor(context), title, going, leaving).stream()
                    .map(work -> EditorialDocument.of(work, null, base))
                    .toList();
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.OK, Map.of(), new Released(title, works));
        });
    }
}
