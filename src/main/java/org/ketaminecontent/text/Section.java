package org.ketaminecontent.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One part of a document's running text. */
public record Section(
        @Schema(description = "Names the section for life, so that it can be linked alone.")
        String anchor,

        @Schema(nullable = true, description = "Null where the text has no parts.") @Nullable
        String heading,

        @Schema(
                description =
                        "True where the section speaks of an improvement. Shown alone, it must carry the document's `riskSummary`.")
        boolean statesBenefit,

        @Schema(description = "The text, in the asked `bodyFormat`.")
        String body) {}
