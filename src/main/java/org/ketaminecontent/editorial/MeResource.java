package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;

/** Tells who asks. */
@Path("/editorial/v1/me")
@Tag(name = "Me", description = "The holder of the credentials.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    /** The person or key that asks, with its rights. */
    @Schema(name = "Me")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Me(
            String id,
            String name,
            List<Right> rights,

            @Schema(description = "The name with which reviews are signed; absent if none can be.") @Nullable
            String reviewerName,

            @Nullable String credentials) {}

    @GET
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Read your own rights",
            description = "The name and rights of the person or key that sends the request.")
    public RestResponse<Me> getMe(@Context RoutingContext context) {
        var actor = Authorization.actor(context);
        return UncachedAnswers.ok(new Me(
                actor.id(),
                actor.name(),
                actor.rights().stream().sorted().toList(),
                actor.reviewerName(),
                actor.credentials()));
    }
}
