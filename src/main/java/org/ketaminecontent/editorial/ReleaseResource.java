package org.ketaminecontent.editorial;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.RequestFacts;

/** Publishes and withdraws several documents together. */
@Path("/editorial/v1/releases")
@Tag(name = "Releases", description = "Several documents in one transaction.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseResource {

    private final Releases releases;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestFacts facts;

    ReleaseResource(Releases releases, IdempotencyKeys idempotencyKeys, RequestFacts facts) {
        this.releases = releases;
        this.idempotencyKeys = idempotencyKeys;
        this.facts = facts;
    }

    /** The documents that were published and withdrawn. */
    @Schema(name = "Released")
    public record Released(String title, List<EditorialDocument> data) {}

    @POST
    @RequiresRight(Right.PUBLISH)
    @Operation(
            summary = "Publish and withdraw documents together",
            description = "All of them or none. Documents may point to each other: what counts is what is live"
                    + " afterwards.")
    public RestResponse<Released> release(ReleaseRequest body, @Context RoutingContext context) {
        return idempotencyKeys.answer(context, () -> {
            var base = facts.base(context);
            var works = releases.release(Authorization.actor(context), body).stream()
                    .map(work -> EditorialDocument.of(work, null, base))
                    .toList();
            var released = new Released(Objects.requireNonNull(body.title()), works);
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.OK, Map.of(), released);
        });
    }
}
