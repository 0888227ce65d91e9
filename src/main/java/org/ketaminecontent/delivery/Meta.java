package org.ketaminecontent.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The common part of every answer. */
public record Meta(
        @Schema(description = "The number of the latest change to anything shown in this answer.")
        long contentVersion,

        @Schema(description = "SPDX identifier of the content's license.")
        String licence,

        Attribution attribution,

        @Schema(description = "Must be shown with the content; " + BRIEF)
        String disclaimer,

        @Schema(description = "Must be shown with the content; " + BRIEF)
        String regulatoryNotice,

        @Schema(
                nullable = true,
                description =
                        "The one object with contacts to show, in every answer; null if the answer needs none. Where"
                                + " a search or suggestion has a `crisis` of its own, both say the same.")
        @Nullable
        Crisis crisis,

        @Schema(nullable = true, description = "Null unless the requested language differs from the delivered one.")
        @Nullable
        Fallback fallback) {

    private static final String BRIEF =
            "in brief in lists, searches, suggestions and look-ups, in full with each document and at `/v1`.";

    /** The same with the notices in brief, for lists and small answers. */
    public Meta brief() {
        return new Meta(
                contentVersion,
                licence,
                attribution,
                AnswerMeta.BRIEF_DISCLAIMER,
                AnswerMeta.BRIEF_REGULATORY_NOTICE,
                crisis,
                fallback);
    }

    /** The same with other contacts; null where the answer needs none. */
    public Meta with(@Nullable Crisis other) {
        return new Meta(contentVersion, licence, attribution, disclaimer, regulatoryNotice, other, fallback);
    }

    /** The source to name with the content. */
    public record Attribution(
            String text, @Schema(format = "uri") String url) {}

    /** The crisis contacts to show with the content. */
    public record Crisis(
            @Schema(description = "The language of `notice`, as a BCP 47 tag.")
            String lang,

            String notice,
            List<Contact> contacts,

            @Schema(format = "uri", description = "Contacts in other places.")
            String all) {}

    /** A crisis resource in brief. */
    @Schema(name = "CrisisContact")
    public record Contact(
            String name,
            String jurisdiction,
            @Schema(nullable = true) @Nullable String call,
            @Schema(nullable = true) @Nullable String text,

            @Schema(nullable = true, description = "The word to send to `text`; null if any text works.") @Nullable
            String textKeyword,

            @Schema(nullable = true, format = "uri") @Nullable
            String url,

            @Schema(nullable = true) @Nullable String hours,
            @Schema(format = "uri") String href) {}

    /** A substitute for a requested language that does not exist. */
    public record Fallback(String requested, String delivered, List<String> fields) {}
}
