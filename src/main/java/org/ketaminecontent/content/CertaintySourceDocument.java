package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The published assessment that gave a grade, as it is delivered. */
@Schema(name = "CertaintySource", description = "The published assessment that gave the grade.")
public record CertaintySourceDocument(
        @Schema(description = "The reference that graded it.")
        Related reference,

        @Schema(description = "The year of the assessment.") int year,

        @Schema(nullable = true, description = "Where in the work the grade stands.") @Nullable
        String place) {}
