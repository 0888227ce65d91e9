package org.ketaminecontent.content;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of something that was published (the National Library of Medicine's "published erratum"). */
@Schema(name = "Erratum", description = "Something that was published wrong, and is right since.")
public record Erratum(
        Instant at,
        @Schema(description = "The version that is right.") int version,
        CorrectionSeverity severity,
        @Schema(description = "What was wrong.") String wasWrong,
        @Schema(description = "What is right.") String isRight) {}
