package org.ketaminecontent.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.Meta;

/** What a reader may be about to write. */
public record SuggestAnswer(
        @Schema(
                nullable = true,
                description = "Show this above everything else: somebody may be in danger. Null if no danger was"
                        + " recognized.")
        @Nullable
        UrgentAnswer crisis,

        @Schema(description = "The most likely first.") List<Suggestion> data,

        @Schema(description = "True while the database is unavailable: recently published content may be missing.")
        boolean stale,

        Meta meta,
        SuggestLinks links) {

    /** A document with the name under which it goes on from what was written. */
    public record Suggestion(
            @Schema(description = "The title, or the other name that matches.")
            String text,

            @Schema(description = "The collection of the document.")
            String type,

            String slug,
            String title,
            @Schema(format = "uri") String url) {}

    /** The address of this answer. */
    public record SuggestLinks(@Schema(format = "uri") String self) {}
}
