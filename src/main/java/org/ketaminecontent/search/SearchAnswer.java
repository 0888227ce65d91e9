package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.delivery.Page;

/** The answer of a search. */
public record SearchAnswer(
        @Schema(
                nullable = true,
                description = "The danger that was recognized in the words, null if none was: the contacts of"
                        + " `meta.crisis` are to"
                        + " be shown above everything else then.")
        @Nullable
        UrgentAnswer crisis,

        @Schema(description = "The best hits first.") List<Hit> data,

        @Schema(
                description = "True where nothing fits well: `data` holds the nearest that there is, and `tried` says"
                        + " where to look.")
        boolean weak,

        Page.Info page,

        @Schema(nullable = true, description = "Null unless requested.") @Nullable
        Facets facets,

        @Schema(
                nullable = true,
                description = "The query with corrected spelling that was searched instead; null if nothing was"
                        + " corrected. Queries with a `crisis` are not corrected.")
        @Nullable
        String didYouMean,

        @Schema(
                nullable = true,
                description = "Null unless nothing was found, nothing fits well, or `crisis` is given.")
        @Nullable
        Tried tried,

        @Schema(description = "True while the database is unavailable: recently published content may be missing.")
        boolean stale,

        Meta meta,
        AnswerLinks links) {

    /** The same answer with other links. */
    SearchAnswer with(AnswerLinks others) {
        return new SearchAnswer(crisis, data, weak, page, facets, didYouMean, tried, stale, meta, others);
    }

    /** A hit. */
    @Schema(name = "SearchHit")
    public record Hit(
            UUID id,

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

            @Schema(
                    nullable = true,
                    description = "The best matching section; null if the document matches as a whole.")
            @Nullable
            Place section,

            Highlights highlights,
            MatchedBy matchedBy,

            @Schema(
                    description =
                            "True if the document is about the other product: esketamine for a query about ketamine,"
                                    + " or the other way round. Ketamine and esketamine are different products.")
            boolean related,

            @Schema(description = "Comparable within one answer only.")
            double score) {}

    /** A matching section. */
    @Schema(name = "SearchPlace")
    public record Place(
            String anchor,

            @Schema(nullable = true) @Nullable String heading) {}

    /** Escaped HTML except for {@code <mark>}. */
    @Schema(name = "SearchHighlights", description = "HTML with `<mark>` as the only element.")
    public record Highlights(
            String title,
            String summary,

            @Schema(
                    description = "Whole sentences of the best match; a claim includes its verdict, and a finding its"
                            + " limit. Empty if only title, names or summary match.")
            String section) {}

    /** The counts of all hits, whatever page is shown. */
    @Schema(name = "SearchFacets")
    public record Facets(
            @Schema(nullable = true) @Nullable List<TypeCount> type,

            @Schema(nullable = true) @Nullable List<ThemeCount> theme,

            @Schema(nullable = true) @Nullable List<CertaintyCount> certainty) {}

    /** The number of documents in a collection. */
    public record TypeCount(String value, int count) {}

    /** The number of documents with a theme. */
    public record ThemeCount(Theme value, int count) {}

    /** The number of documents with a statement of this certainty. */
    public record CertaintyCount(Certainty value, int count) {}

    /** The explanation of missing or weak hits, with collections to browse. */
    @Schema(name = "SearchTried")
    public record Tried(
            @Schema(description = "The words searched for, without common ones such as `the`.")
            List<String> words,

            String advice,

            @Schema(description = "Collections to browse.") List<TriedPlace> places) {}

    /** A collection to browse. */
    @Schema(name = "SearchTriedPlace")
    public record TriedPlace(
            String type, @Schema(format = "uri") String href) {}

    /** The available counts. */
    @Schema(name = "SearchFacet")
    public enum Facet {
        @JsonProperty("type")
        TYPE(IndexFields.COLLECTION),
        @JsonProperty("theme")
        THEME(IndexFields.THEME),
        @JsonProperty("certainty")
        CERTAINTY(IndexFields.CERTAINTY);

        /** The field of the index. */
        final String field;

        Facet(String field) {
            this.field = field;
        }
    }
}
