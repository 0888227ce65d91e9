package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of verifying the audit log. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verification")
public record AuditVerification(
        @Schema(description = "Whether every entry is unchanged, and the given head is among them.")
        boolean intact,

        @Schema(description = "The number of entries that were verified: the number of the last one.")
        long entries,

        @Schema(description = "The number of the first entry that fails verification.") @Nullable
        Long brokenAt,

        @Schema(description = "Why the log is not intact.") @Nullable
        String reason,

        @Schema(
                description = "The digest of the last entry. Store `entries:head` elsewhere and send it as `head`, to"
                        + " detect a log that was cut off or rewritten.")
        String head,

        @Schema(
                description = "The number of the first entry whose digest is made with a secret from outside the"
                        + " database. The owner of the tables can rewrite entries before it, unless a head was"
                        + " stored.")
        @Nullable
        Long keyedFrom,

        @Schema(description = "Whether the application's own database user could change or delete entries.")
        boolean writable) {}
