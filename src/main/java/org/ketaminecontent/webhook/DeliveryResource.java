package org.ketaminecontent.webhook;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.JsonBodyReader;

/** Shows what endpoints were told, and has it told again. */
@Path("/editorial/v1/webhooks/{id}")
@Tag(name = "Webhooks")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeliveryResource {

    private static final int USUAL = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Clock clock;

    DeliveryResource(Webhooks webhooks, Deliveries deliveries, Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Deliveries, the latest first. */
    @Schema(name = "WebhookDeliveries")
    public record DeliveryList(List<ShownDelivery> data) {}

    /** Since when an endpoint missed something. */
    @Schema(name = "WebhookRecovery", requiredProperties = "since")
    record Recovery(
            @Schema(description = "At most 30 days ago.") @Nullable
            Instant since) {

        Instant checked(Instant now) {
            if (since == null
                    || since.isAfter(now)
                    || since.isBefore(now.minus(Duration.ofDays(DeliveryUpkeep.KEPT_DAYS)))) {
                throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail(
                        "/since", "must be an instant in the last " + DeliveryUpkeep.KEPT_DAYS + " days")));
            }
            return since;
        }
    }

    /** The number of deliveries that are made again. */
    @Schema(name = "WebhookRecovered")
    public record Recovered(
            @Schema(description = "The number of planned deliveries.")
            int deliveries) {}

    @GET
    @Path("/deliveries")
    @RequiresRight(Right.ADMIN)
    @Operation(summary = "List deliveries, the latest first", description = "Deliveries are kept for 30 days.")
    public RestResponse<DeliveryList> listDeliveries(
            @RestPath String id,
            @QueryParam("before")
                    @Parameter(
                            description =
                                    "Only deliveries before the one with this id. Send the last id of a page to get the next"
                                            + " page.",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    @Nullable
                    String before,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "50"))
                    @Nullable
                    Integer limit) {
        var endpoint = webhooks.find(id);
        var page = deliveries.list(
                endpoint.id, before == null ? null : Webhooks.id(before), limit == null ? USUAL : limit);
        return WebhookResource.answer(
                RestResponse.Status.OK,
                new DeliveryList(
                        page.stream().map(each -> ShownDelivery.of(each, null)).toList()));
    }

    @GET
    @Path("/deliveries/{delivery}")
    @RequiresRight(Right.ADMIN)
    @Operation(summary = "Read a delivery with all its attempts")
    public RestResponse<ShownDelivery> getDelivery(@RestPath String id, @RestPath String delivery) {
        var endpoint = webhooks.find(id);
        var found = deliveries.find(endpoint.id, Webhooks.id(delivery)).orElseThrow(Webhooks::missing);
        return WebhookResource.answer(RestResponse.Status.OK, ShownDelivery.of(found, deliveries.attempts(found.id())));
    }

    @POST
    @Path("/deliveries/{delivery}/replay")
    @Consumes(MediaType.WILDCARD)
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Replay a delivery",
            description = "Sends the delivery again under the same `webhook-id`, even if it succeeded.")
    public RestResponse<ShownDelivery> replayDelivery(@RestPath String id, @RestPath String delivery) {
        var endpoint = webhooks.find(id);
        return accepted(endpoint.id, deliveries.replay(endpoint.id, Webhooks.id(delivery)));
    }

    @POST
    @Path("/test")
    @Consumes(MediaType.WILDCARD)
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Test a webhook",
            description = "Sends `endpoint.test` once, starts a build, or purges a key that no answer has. Read the"
                    + " delivery for the result.")
    public RestResponse<ShownDelivery> testWebhook(@RestPath String id) {
        var endpoint = webhooks.find(id);
        return accepted(endpoint.id, deliveries.test(endpoint));
    }

    @POST
    @Path("/recover")
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(
            summary = "Deliver missed events",
            description = "Delivers all events since an instant that failed, or that happened while the webhook was"
                    + " disabled, under the same ids. Build hooks and purges get one call for all of them.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Recovery.class)))
    public RestResponse<Recovered> recoverDeliveries(@RestPath String id, Recovery body) {
        return WebhookResource.answer(
                RestResponse.Status.ACCEPTED,
                new Recovered(deliveries.recover(webhooks.find(id), body.checked(clock.instant()))));
    }

    private RestResponse<ShownDelivery> accepted(UUID endpoint, UUID delivery) {
        return WebhookResource.answer(
                RestResponse.Status.ACCEPTED,
                ShownDelivery.of(deliveries.find(endpoint, delivery).orElseThrow(Webhooks::missing), null));
    }
}
