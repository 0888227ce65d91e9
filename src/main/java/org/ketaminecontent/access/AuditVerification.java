package org.ketaminecontent.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The outcome of following the audit trail from its first entry to its last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verification")
public record AuditVerification(
        @Schema(description = "Whether every entry is as it was written, and the head that was sent is among them.")
        boolean intact,

        @Schema(description = "How many entries were found to be as they were written: the number of the last one.")
        long entries,

        @Schema(description = "The number of the first entry that is not as it was written.") @Nullable
        Long brokenAt,

        @Schema(description = "Why it is not intact.") @Nullable
        String reason,

        @Schema(
                description =
                        "The digest of the last entry. Keep `entries:head` elsewhere and send it as `head`: cutting"
                                + " off or rewriting what was there is found out then.")
        String head,

        @Schema(
                description = "The number of the first entry whose digest is made with a secret from outside the"
                        + " database. Entries before it can be rewritten by whoever owns the tables, unless a head was"
                        + " kept.")
        @Nullable
        Long keyedFrom,

        @Schema(description = "Whether the application's own database user could change or delete entries.")
        boolean writable) {}
