package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The published assessment that assigned a grade, as delivered. */
@Schema(name = "CertaintySource", description = "The published assessment that assigned the grade.")
public record CertaintySourceDocument(
        @Schema(description = "The reference that assigned the grade.")
        Related reference,

        @Schema(description = "The year of the assessment.") int year,

        @Schema(nullable = true, description = "Where in the assessment the grade is given, such as a table.") @Nullable
        String place) {}
