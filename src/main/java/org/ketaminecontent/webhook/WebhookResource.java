package org.ketaminecontent.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.OptionalBody;
import org.ketaminecontent.http.VersionTags;

/** Makes, changes and removes endpoints that are told of changes. */
@Path("/editorial/v1/webhooks")
@Tag(name = "Webhooks", description = "Notify other systems of changes: signed events, site builds and cache purges.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WebhookResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);
    private static final int LONGEST_OVERLAP_HOURS = 720;
    private static final int SHOWN = 1;

    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhookResource(Webhooks webhooks, Deliveries deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    /** The time for which the former secret signs beside the new one. */
    @OptionalBody
    @Schema(name = "WebhookRotation")
    record Rotation(
            @Schema(
                    description = "Hours for which the old secret signs in addition to the new one; 24 by default.",
                    minimum = "0",
                    maximum = "720")
            @Nullable
            Integer overlapHours) {

        Duration overlap() {
            if (overlapHours == null) {
                return USUAL_OVERLAP;
            }
            if (overlapHours < 0 || overlapHours > LONGEST_OVERLAP_HOURS) {
                throw JsonBodyReader.invalid(
                        List.of(JsonBodyReader.detail("/overlapHours", "must be 0 to " + LONGEST_OVERLAP_HOURS)));
            }
            return Duration.ofHours(overlapHours);
        }
    }

    /** All endpoints, by name. */
    @Schema(name = "Webhooks")
    public record WebhookList(List<ShownWebhook> data) {}

    @GET
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "List webhooks",
            description = "Lists webhooks by name, each with its latest delivery. Secrets are not shown.")
    public RestResponse<WebhookList> listWebhooks() {
        return answer(
                RestResponse.Status.OK,
                new WebhookList(webhooks.all().stream().map(this::shown).toList()));
    }

    @POST
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Create a webhook",
            description = "The webhook receives changes from now on. Only this answer contains the `secret` that"
                    + " verifies its events.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookSettings.class)))
    public RestResponse<ShownWebhook> createWebhook(WebhookSettings body, @Context RoutingContext context) {
        var made = webhooks.create(Authorization.actor(context), body);
        return answer(
                RestResponse.Status.CREATED,
                ShownWebhook.of(made.endpoint(), null).with(made.secret()));
    }

    @GET
    @Path("/{id}")
    @RequiresRight(Right.ADMIN)
    @Operation(summary = "Read a webhook")
    public RestResponse<ShownWebhook> getWebhook(@RestPath String id) {
        return tagged(shown(webhooks.find(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Change a webhook",
            description = "Applies a JSON merge patch (RFC 7396). Members that it does not name keep their values,"
                    + " including the address and the token.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "The `etag` of the webhook as it was read.",
            schema = @Schema(implementation = String.class))
    @RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = WebhookChange.class)))
    public RestResponse<ShownWebhook> patchWebhook(
            @RestPath String id, JsonNode body, @Context RoutingContext context) {
        var tag = VersionTags.required(context.request().getHeader(HttpHeaders.IF_MATCH));
        return tagged(shown(webhooks.patch(Authorization.actor(context), id, tag, body)));
    }

    /** The same settings, of which none is needed. */
    @Schema(name = "WebhookPatch")
    record WebhookChange(
            @Nullable String name,
            @Nullable String url,
            @Nullable String token,
            @Nullable String body,
            @Nullable List<WebhookEvent> events,
            @Nullable List<String> collections,
            @Nullable List<String> locales,

            @Schema(minimum = "0", maximum = "300") @Nullable
            Integer debounceSeconds,

            @Nullable Boolean enabled) {}

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RequiresRight(Right.ADMIN)
    @Operation(summary = "Remove a webhook", description = "Pending deliveries are dropped.")
    public RestResponse<Void> deleteWebhook(@RestPath String id, @Context RoutingContext context) {
        webhooks.delete(Authorization.actor(context), id);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}/rotate")
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Rotate a signing secret",
            description = "Only this answer contains the new `secret`. Until the overlap ends, each event has two"
                    + " signatures: one by the new secret and one by the old one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Rotation.class)))
    public RestResponse<ShownWebhook> rotateWebhook(
            @RestPath String id, Rotation body, @Context RoutingContext context) {
        var made = webhooks.rotate(Authorization.actor(context), id, body.overlap());
        return answer(RestResponse.Status.CREATED, shown(made.endpoint()).with(made.secret()));
    }

    private ShownWebhook shown(WebhookEndpoint endpoint) {
        return ShownWebhook.of(
                endpoint,
                deliveries.latest(endpoint.id, SHOWN).stream().findFirst().orElse(null));
    }

    private static RestResponse<ShownWebhook> tagged(ShownWebhook webhook) {
        return RestResponse.ResponseBuilder.ok(webhook)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, webhook.etag())
                .build();
    }

    static <T> RestResponse<T> answer(RestResponse.Status status, T body) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
