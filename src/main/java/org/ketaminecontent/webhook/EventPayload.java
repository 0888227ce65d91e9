package org.ketaminecontent.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CorrectionSeverity;

/** An event as it is told (Standard Webhooks 1.0.0): what changed, and where to read it. */
@Schema(name = "WebhookPayload")
public record EventPayload(
        WebhookEvent type,
        @Schema(description = "The time of the event.") Instant timestamp,
        Data data) {

    /** The document that it is about. */
    @Schema(name = "WebhookPayloadData")
    public record Data(
            @Schema(description = "The document's permanent id.")
            UUID id,

            @Schema(description = "Its collection, such as `topics`.")
            String type,

            String slug,

            @Schema(description = "Former slugs, which redirect.")
            List<String> formerSlugs,

            String locale,

            @Schema(
                    description =
                            "The number of publications. Events may arrive out of order; the larger version is the"
                                    + " newer one.")
            int version,

            @Schema(description = "Send it as `atLeast`, so that no answer is older than the event.")
            long contentVersion,

            @Schema(nullable = true, description = "The severity of a correction; null for other events.") @Nullable
            CorrectionSeverity severity,

            @Schema(description = "The document's page.") String url,

            @Schema(description = "The document in the API.")
            String apiUrl,

            @Schema(description = "The keys of all answers that changed, as in `Surrogate-Key` and `Cache-Tag`.")
            List<String> cacheTags,

            @Schema(description = "The fields that differ from the previous version; empty for the first one.")
            List<String> changedFields) {}
}
