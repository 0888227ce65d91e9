package org.ketaminecontent.content;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of published content (the National Library of Medicine's "published erratum"). */
@Schema(name = "Erratum", description = "A correction of an error in an earlier version.")
public record Erratum(
        Instant at,

        @Schema(description = "The version that corrected it.")
        int version,

        CorrectionSeverity severity,
        @Schema(description = "The error.") String wasWrong,
        @Schema(description = "The correct statement.") String isRight) {}
