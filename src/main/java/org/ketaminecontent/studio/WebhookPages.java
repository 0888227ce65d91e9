package org.ketaminecontent.studio;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.webhook.Deliveries;
import org.ketaminecontent.webhook.Deliveries.Delivery;
import org.ketaminecontent.webhook.WebhookEndpoint;
import org.ketaminecontent.webhook.Webhooks;

/** Shows who is told of changes and what came of it, and tells it again. */
@Path(WebhookPages.PATH)
@Produces(StudioPages.HTML)
public class WebhookPages {

    static final String PATH = StudioPages.STUDIO + "/webhooks";

    private static final int SHOWN = 50;

    /** The successes that the page can tell: an address must not put words on the page. */
    private static final Map<String, String> DONE = Map.of(
            "test", "The test is on its way; load the page again to see what came of it",
            "replay", "It is sent again; load the page again to see what came of it");

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    WebhookPages(
            Webhooks webhooks,
            Deliveries deliveries,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    @GET
    @Operation(hidden = true)
    public Response showWebhooks(@Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.ADMIN, actor);
            var rows = webhooks.all().stream()
                    .map(each -> row(
                            each,
                            deliveries.latest(each.id, 1).stream().findFirst().orElse(null)))
                    .toList();
            return StudioPages.page(Response.Status.OK, new WebhooksPage(new StudioFrame("Webhooks", actor), rows));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(hidden = true)
    public Response showWebhook(
            @RestPath String id, @QueryParam("done") @Nullable String done, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.ADMIN, actor);
            var said = done == null ? null : DONE.get(done);
            return StudioPages.page(Response.Status.OK, page(webhooks.find(id), actor, null, said));
        });
    }

    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response testWebhookHere(@RestPath String id, @Context RoutingContext context) {
        return does(id, "test", context, deliveries::test);
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response replayDeliveryHere(
            @RestPath String id, @RestPath String delivery, @Context RoutingContext context) {
        return does(id, "replay", context, endpoint -> deliveries.replay(endpoint.id, Webhooks.id(delivery)));
    }

    private interface Work {
        Object on(WebhookEndpoint endpoint);
    }

    private Response does(String id, String what, RoutingContext context, Work work) {
        pages.refuseForeign(context);
        return pages.signedIn(context, actor -> {
            authorization.require(Right.ADMIN, actor, context);
            var endpoint = webhooks.find(id);
            try {
                work.on(endpoint);
                return pages.seeOther(PATH + "/" + endpoint.id + "?done=" + what, context);
            } catch (Failure e) {
                return StudioPages.page(pages.status(e, context), page(endpoint, actor, told(e), null));
            }
        });
    }

    private static String told(Failure failure) {
        return failure.details().stream()
                .map(each -> String.valueOf(each.detail()))
                .findFirst()
                .orElse(String.valueOf(failure.getMessage()));
    }

    private WebhookPage page(WebhookEndpoint endpoint, Actor actor, @Nullable String problem, @Nullable String done) {
        var latest = deliveries.latest(endpoint.id, SHOWN);
        return new WebhookPage(
                new StudioFrame("Webhook “" + endpoint.name + "”", actor, problem, done),
                row(endpoint, latest.stream().findFirst().orElse(null)),
                endpoint.enabled,
                hears(endpoint),
                latest.stream().map(WebhookPages::row).toList());
    }

    private WebhooksPage.Row row(WebhookEndpoint endpoint, @Nullable Delivery last) {
        return new WebhooksPage.Row(
                facts.editorsPath() + PATH + "/" + endpoint.id,
                endpoint.name,
                endpoint.kind.text(),
                endpoint.shownUrl,
                endpoint.enabled ? "enabled" : "disabled",
                trouble(endpoint),
                last == null ? null : last.event() + ", " + state(last) + ", " + StudioPages.at(last.createdAt()));
    }

    private static @Nullable String trouble(WebhookEndpoint endpoint) {
        if (endpoint.disabledReason != null) {
            return endpoint.disabledReason;
        }
        return endpoint.failingSince == null
                ? null
                : "No delivery has succeeded since " + StudioPages.at(endpoint.failingSince) + ".";
    }

    private static String hears(WebhookEndpoint endpoint) {
        var filters = Stream.of(endpoint.events, endpoint.collections, endpoint.locales)
                .filter(each -> !each.isEmpty())
                .map(each -> String.join(", ", each))
                .collect(Collectors.joining("; "));
        return filters.isEmpty() ? "every change" : filters;
    }

    private static WebhookPage.Row row(Delivery delivery) {
        var attempt = delivery.lastAttempt();
        var next = delivery.nextAttemptAt();
        var answer = attempt == null ? null : attempt.answer();
        return new WebhookPage.Row(
                delivery.id().toString(),
                delivery.event(),
                state(delivery),
                delivery.attempts(),
                StudioPages.at(delivery.createdAt()),
                next == null ? null : StudioPages.at(next),
                attempt == null ? "Not tried yet." : outcome(attempt),
                answer == null || answer.isBlank() ? null : answer);
    }

    private static String outcome(Deliveries.Attempt attempt) {
        return attempt.problem() == null
                ? "Answered " + attempt.status() + " in " + attempt.latencyMs() + " ms."
                : attempt.problem();
    }

    private static String state(Delivery delivery) {
        return delivery.state().name().toLowerCase(Locale.ROOT);
    }
}
