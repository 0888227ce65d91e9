package org.ketaminecontent.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.VersionTags;

/** An endpoint as it can be shown. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownWebhook(
        UUID id,
        String name,
        WebhookKind kind,

        @Schema(description = "The address without its secret part; of a build hook's address, only the host.")
        String url,

        @Schema(description = "The JSON that a template sends.") @Nullable
        String body,

        @Schema(description = "The events to send; all if empty.")
        List<WebhookEvent> events,

        List<String> collections,
        List<String> locales,
        int debounceSeconds,
        boolean enabled,

        @Schema(description = "The reason for which the server disabled it.") @Nullable
        String disabledReason,

        @Schema(description = "The time at which the server disabled it.") @Nullable
        Instant disabledAt,

        @Schema(description = "The time since which all deliveries have failed.") @Nullable
        Instant failingSince,

        @Schema(description = "The time until which the old secret signs, too.") @Nullable
        Instant formerSecretUntil,

        Instant madeAt,
        String madeBy,
        @Nullable ShownDelivery lastDelivery,

        @Schema(description = "Send it as `If-Match` with a change.")
        String etag,

        @Schema(
                description = "The secret that verifies events (`whsec_…`). Only the answer that creates it contains"
                        + " it.")
        @Nullable
        String secret) {

    static ShownWebhook of(WebhookEndpoint endpoint, Deliveries.@Nullable Delivery last) {
        return new ShownWebhook(
                endpoint.id,
                endpoint.name,
                endpoint.kind,
                endpoint.shownUrl,
                endpoint.body,
                Stream.of(WebhookEvent.values())
                        .filter(each -> endpoint.events.contains(each.type()))
                        .toList(),
                endpoint.collections,
                endpoint.locales,
                endpoint.debounceSeconds,
                endpoint.enabled,
                endpoint.disabledReason,
                endpoint.disabledAt,
                endpoint.failingSince,
                endpoint.formerSecretUntil,
                endpoint.madeAt,
                endpoint.madeBy,
                last == null ? null : ShownDelivery.of(last, null),
                VersionTags.of(endpoint.tag),
                null);
    }

    /** The same with a secret that was just made. */
    ShownWebhook with(@Nullable String newSecret) {
        return new ShownWebhook(
                id,
                name,
                kind,
                url,
                body,
                events,
                collections,
                locales,
                debounceSeconds,
                enabled,
                disabledReason,
                disabledAt,
                failingSince,
                formerSecretUntil,
                madeAt,
                madeBy,
                lastDelivery,
                etag,
                newSecret);
    }

    /** Nothing of the secret: records are printed. */
    @Override
    public String toString() {
        return id.toString();
    }
}
