package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key without its secret. */
@Schema(name = "Key")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownKey(
        String id,
        String name,
        List<Right> scopes,
        boolean active,

        @Schema(description = "The person behind the key, or the key itself.")
        String owner,

        @Nullable String reviewerName,
        @Nullable String credentials,
        Instant madeAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String replacedBy,
        @Nullable LocalDate lastUsedOn,

        @Schema(description = "The key itself: only in the answer that creates it, and never again.") @Nullable
        String key) {

    static ShownKey of(ApiKey key, @Nullable String text, Instant now) {
        return new ShownKey(
                key.id,
                key.name,
                key.rights.stream()
                        .map(each -> Right.valueOf(each.toUpperCase(Locale.ROOT)))
                        .toList(),
                key.isActive(now),
                key.madeBy,
                key.reviewerName,
                key.reviewerCredentials,
                key.madeAt,
                key.expiresAt,
                key.revokedAt,
                key.replacedBy,
                key.lastUsedOn,
                text);
    }
}
