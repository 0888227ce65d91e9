package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.delivery.Meta;

/** The answer of a look-up by clinical codes. */
public record LookupAnswer(
        @Schema(description = "Hits for each code in turn, the closest first.")
        List<Hit> data,

        @Schema(description = "The requested codes.") List<Asked> codes,

        @Schema(description = "True while the database is unavailable: recently published content may be missing.")
        boolean stale,

        Meta meta,
        LookupLinks links) {

    /** A document found for a code. */
    @Schema(name = "LookupHit")
    public record Hit(
            @Schema(description = "The collection of the document.")
            String type,

            String slug,
            String title,
            String summary,

            @Schema(
                    nullable = true,
                    description =
                            "The main risks and limits; show it beside the summary. Null if the document states no"
                                    + " benefit.")
            @Nullable
            String riskSummary,

            Document.Links links,

            Match match,

            @Schema(description = "The requested code, `system|code`.")
            String code,

            @Schema(
                    nullable = true,
                    description = "The code of the document that matched, `system|code`; null if its text matched.")
            @Nullable
            String matchedCode) {}

    /** A requested code. */
    @Schema(name = "LookupCode")
    public record Asked(
            @Schema(description = "The system's URI in FHIR.")
            String system,

            @Schema(description = "The system's short name.")
            CodeSystem systemName,

            String code,

            @Schema(nullable = true, description = "The system's own name for the code, if known here.") @Nullable
            String display,

            @Schema(description = "The number of documents found.")
            int matches,

            @Schema(nullable = true, description = "Why no document was found; null if some were.") @Nullable
            String note) {}

    /** The kind of match. */
    @Schema(name = "LookupMatch")
    public enum Match {
        /** The document has the code. */
        @JsonProperty("exact")
        EXACT,
        /** The document has a parent code, or another code of its ICD-10-CM category. */
        @JsonProperty("broader")
        BROADER,
        /** The document is about what the code stands for. */
        @JsonProperty("text")
        TEXT
    }

    /** The address of this answer. */
    public record LookupLinks(@Schema(format = "uri") String self) {}
}
