package org.ketaminecontent.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.SecurityEvents;

/** The API keys of the editorial API. */
@Path("/editorial/v1/keys")
@Tag(name = "Keys", description = "API keys for tools and partners.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyResource {

    private final ApiKeys keys;
    private final SecurityEvents securityEvents;
    private final Clock clock;

    KeyResource(ApiKeys keys, SecurityEvents securityEvents, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.securityEvents = securityEvents;
    }

    /** All keys, active or not, the latest first. */
    @Schema(name = "Keys")
    public record KeyList(List<ShownKey> data) {}

    @GET
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "List API keys")
    public RestResponse<KeyList> listKeys() {
        return answer(
                RestResponse.Status.OK,
                new KeyList(keys.all().stream().map(key -> shown(key, null)).toList()));
    }

    @POST
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Create an API key",
            description = "The key is returned once and is not stored: an `Idempotency-Key` does not return it again.")
    public RestResponse<ShownKey> makeKey(KeyRequest body, @Context RoutingContext context) {
        var made = keys.make(Authorization.actor(context), body.checked(clock.instant()));
        tell("key-made", made.key(), context);
        return answer(RestResponse.Status.CREATED, shown(made.key(), made.text()));
    }

    @GET
    @Path("/{id}")
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "Read an API key")
    public RestResponse<ShownKey> getKey(@RestPath String id) {
        return answer(RestResponse.Status.OK, shown(keys.find(id), null));
    }

    @POST
    @Path("/{id}/rotate")
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Rotate an API key",
            description = "Creates a key in place of this one, which remains valid for a while. It requires the key"
                    + " itself, or its owner's own sign-in, so that nobody gets a key that signs in another"
                    + " person's name.")
    public RestResponse<ShownKey> rotateKey(@RestPath String id, KeyRotation body, @Context RoutingContext context) {
        var made = keys.rotate(Authorization.actor(context), id, clock.instant().plus(body.overlap()));
        tell("key-rotated", made.key(), context);
        return answer(RestResponse.Status.CREATED, shown(made.key(), made.text()));
    }

    @POST
    @Path("/{id}/revoke")
    @RequiresRight(Right.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Revoke an API key")
    public RestResponse<ShownKey> revokeKey(@RestPath String id, @Context RoutingContext context) {
        var revoked = keys.revoke(Authorization.actor(context), id);
        tell("key-revoked", revoked, context);
        return answer(RestResponse.Status.OK, shown(revoked, null));
    }

    private ShownKey shown(ApiKey key, @Nullable String text) {
        return ShownKey.of(key, text, clock.instant());
    }

    /** People are not named in the log; the audit log has their names. */
    private void tell(String event, ApiKey key, RoutingContext context) {
        var actor = Authorization.actor(context).id();
        securityEvents.key(event, key.id, actor.startsWith("key:") ? actor : "a person");
    }

    private static <T> RestResponse<T> answer(RestResponse.Status status, T body) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
