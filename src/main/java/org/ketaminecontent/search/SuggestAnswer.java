package org.ketaminecontent.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.delivery.Meta;

/** The answer of the type-ahead. */
public record SuggestAnswer(
        @Schema(
                nullable = true,
                description =
                        "The danger that was recognized in the words, null if none was: the contacts of `meta.crisis` are to"
                                + " be shown above everything else then.")
        @Nullable
        UrgentAnswer crisis,

        @Schema(description = "The most likely first.") List<Suggestion> data,

        @Schema(description = "True while the database is unavailable: recently published content may be missing.")
        boolean stale,

        Meta meta,
        SuggestLinks links) {

    /** A document with its matching name. */
    public record Suggestion(
            @Schema(description = "The title, or the other name that matches.")
            String text,

            @Schema(description = "The collection of the document.")
            String type,

            String slug,
            String title,
            Document.Links links) {}

    /** The address of this answer. */
    public record SuggestLinks(@Schema(format = "uri") String self) {}
}
