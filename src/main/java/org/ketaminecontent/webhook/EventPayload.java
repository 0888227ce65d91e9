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
        @Schema(description = "When it happened.") Instant timestamp,
        Data data) {

    /** The document that it is about. */
    @Schema(name = "WebhookPayloadData")
    public record Data(
            @Schema(description = "The document's id for life.")
            UUID id,

            @Schema(description = "Its collection, such as `topics`.")
            String type,

            String slug,

            @Schema(description = "Names that it had before; they redirect.")
            List<String> formerSlugs,

            String locale,

            @Schema(
                    description = "Counts publications. Events may come in another order than they happened: the larger"
                            + " version is the newer one.")
            int version,

            @Schema(description = "Send it as `atLeast` to read nothing that is older than the event.")
            long contentVersion,

            @Schema(nullable = true, description = "Of what was corrected; null where nothing was.") @Nullable
            CorrectionSeverity severity,

            @Schema(description = "The document's page.") String url,

            @Schema(description = "The document in the API.")
            String apiUrl,

            @Schema(
                    description =
                            "The keys of all answers that are not what they were, as `Surrogate-Key` or `Cache-Tag`"
                                    + " names them.")
            List<String> cacheTags,

            @Schema(description = "The fields that differ from the version before; empty where there was none.")
            List<String> changedFields) {}
}
