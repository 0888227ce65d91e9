package org.ketaminecontent.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that an endpoint is told, as it can be shown. */
@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownDelivery(
        UUID id,

        @Schema(description = "The `webhook-id`, the same at every attempt.")
        String messageId,

        @Schema(
                description = "The event, such as `document.corrected`; `build`, `purge` or `recovery` if one call is"
                        + " for several changes.")
        String event,

        @Schema(
                description = "`pending` until an attempt succeeds, or for three days.",
                enumeration = {"pending", "delivered", "failed"})
        String state,

        @Schema(description = "The number of attempts.") int attempts,

        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Attempt lastAttempt,

        @JsonRawValue
        @Schema(
                implementation = EventPayload.class,
                description = "The event as sent; only if a single delivery is read.")
        @Nullable
        String payload,

        @Schema(description = "All attempts, the earliest first; only if a single delivery is read.") @Nullable
        List<Attempt> history) {

    /** A try to deliver something. */
    @Schema(name = "WebhookAttempt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            Instant at,

            @Schema(description = "The status of the answer.") @Nullable
            Integer status,

            @Schema(description = "Milliseconds, from the look-up of the name to the end of the answer.")
            int latencyMs,

            @Schema(description = "The reason for which there was no answer.") @Nullable
            String problem,

            @Schema(description = "The first 2 KB of the answer.") @Nullable
            String answer) {

        static Attempt of(Deliveries.Attempt attempt) {
            return new Attempt(
                    attempt.at(), attempt.status(), attempt.latencyMs(), attempt.problem(), attempt.answer());
        }
    }

    static ShownDelivery of(Deliveries.Delivery delivery, @Nullable List<Deliveries.Attempt> attempts) {
        return new ShownDelivery(
                delivery.id(),
                delivery.messageId(),
                delivery.event(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.lastAttempt() == null ? null : Attempt.of(delivery.lastAttempt()),
                attempts == null ? null : delivery.payload(),
                attempts == null ? null : attempts.stream().map(Attempt::of).toList());
    }
}
