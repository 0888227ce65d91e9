package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.delivery.Meta;

/** What there is for clinical codes. */
public record LookupAnswer(
        @Schema(description = "For each code in turn, the nearest first.")
        List<Hit> data,

        @Schema(description = "The codes that were asked for.")
        List<Asked> codes,

        @Schema(description = "True while the database is away: what was published just now may not be found yet.")
        boolean stale,

        Meta meta,
        LookupLinks links) {

    /** A document that a code leads to. */
    @Schema(name = "LookupHit")
    public record Hit(
            @Schema(description = "The collection it is in.")
            String type,

            String slug,
            String title,
            String summary,

            @Schema(
                    nullable = true,
                    description =
                            "To be shown beside the summary: the main risks and limits. Null where the document states no benefit.")
            @Nullable
            String riskSummary,

            @Schema(format = "uri", description = "The document itself.")
            String url,

            Match match,

            @Schema(description = "The code that was asked for, `system|code`.")
            String code,

            @Schema(
                    nullable = true,
                    description = "The code of the document's that matched, `system|code`; null where its text did.")
            @Nullable
            String matchedCode) {}

    /** A code that was asked for. */
    @Schema(name = "LookupCode")
    public record Asked(
            @Schema(description = "The system's URI in FHIR.")
            String system,

            @Schema(description = "The system's short name.")
            CodeSystem systemName,

            String code,

            @Schema(nullable = true, description = "What the system calls it, as far as this content knows.") @Nullable
            String display,

            @Schema(description = "How many documents it leads to.")
            int matches,

            @Schema(nullable = true, description = "Why there are none; null where there are.") @Nullable
            String note) {}

    /** How a document matches a code. */
    @Schema(name = "LookupMatch")
    public enum Match {
        /** The document has the code. */
        @JsonProperty("exact")
        EXACT,
        /** The document has a code above it, or another of its ICD-10-CM category. */
        @JsonProperty("broader")
        BROADER,
        /** The document speaks of what the code stands for. */
        @JsonProperty("text")
        TEXT
    }

    /** The address of this answer. */
    public record LookupLinks(@Schema(format = "uri") String self) {}
}
