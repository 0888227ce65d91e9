package org.ketaminecontent.webhook;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.RequestFacts;

/** Tells feed readers of endpoints that the server disabled, as Atom (RFC 4287). */
@Path("/editorial/v1/webhooks/disabled.atom")
@Tag(name = "Webhooks")
@Extension(name = "x-smallrye-profile-editorial", value = "")
public class DisabledWebhooksResource {

    private final Webhooks webhooks;
    private final RequestFacts facts;

    DisabledWebhooksResource(Webhooks webhooks, RequestFacts facts) {
        this.webhooks = webhooks;
        this.facts = facts;
    }

    /** The template {@code templates/disabled-webhooks.xml}. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DisabledWebhooks(String address, String studio, Instant updated, List<WebhookEndpoint> endpoints)
            implements TemplateInstance {}

    @GET
    @Produces("application/atom+xml")
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Follow disabled webhooks",
            description = "An Atom feed of the webhooks that the server disabled, because they failed for five days"
                    + " or answered 410; the latest first.")
    public RestResponse<String> listDisabledWebhooks(@Context RoutingContext context) {
        var base = facts.base(context);
        var disabled = webhooks.disabledByServer();
        var updated = disabled.stream()
                .flatMap(each -> Stream.ofNullable(each.disabledAt))
                .findFirst()
                .orElse(Instant.EPOCH);
        var feed = new DisabledWebhooks(
                base + "/editorial/v1/webhooks/disabled.atom", base + "/studio/webhooks", updated, disabled);
        return RestResponse.ResponseBuilder.ok(feed.render())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
