package org.ketaminecontent.text;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One part of a document's running text. */
public record Section(
        @Schema(description = "A permanent anchor, so that the section can be linked to.")
        String anchor,

        @Schema(nullable = true, description = "Null if the text has no headings.") @Nullable
        String heading,

        @Schema(
                description =
                        "True if the section mentions an improvement. If shown alone, it must carry the document's"
                                + " `riskSummary`.")
        boolean statesBenefit,

        @Schema(description = "The text in the requested `bodyFormat`.")
        String body) {}
