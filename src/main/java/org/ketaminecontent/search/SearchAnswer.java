package org.ketaminecontent.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.Meta;
import org.ketaminecontent.delivery.Page;

/** What was found for a reader's words. */
public record SearchAnswer(
        @Schema(
                nullable = true,
                description =
                        "To be shown above everything else: somebody may be in danger. Null where nothing of that kind was recognized.")
        @Nullable
        UrgentAnswer crisis,

        @Schema(description = "The best first.") List<Hit> data,

        @Schema(
                description =
                        "True where nothing fits well: `data` holds the nearest that there is, and `tried` says where to look.")
        boolean weak,

        Page.Info page,

        @Schema(nullable = true, description = "Null unless asked for.") @Nullable
        Facets facets,

        @Schema(
                nullable = true,
                description =
                        "The query with misspelt words put right, by which was searched; null where none was, and beside `crisis`, where nothing is put right.")
        @Nullable
        String didYouMean,

        @Schema(
                nullable = true,
                description = "Null unless nothing was found, or nothing that fits well, and beside `crisis`.")
        @Nullable
        Tried tried,

        @Schema(description = "True while the database is away: what was published just now may not be found yet.")
        boolean stale,

        Meta meta,
        AnswerLinks links) {

    /** The same with other links. */
    SearchAnswer with(AnswerLinks others) {
        return new SearchAnswer(crisis, data, weak, page, facets, didYouMean, tried, stale, meta, others);
    }

    /** A document that was found. */
    @Schema(name = "SearchHit")
    public record Hit(
            UUID id,

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

            @Schema(
                    nullable = true,
                    description = "The section that fits best; null where that is the document as a whole.")
            @Nullable
            Place section,

            Highlights highlights,
            MatchedBy matchedBy,

            @Schema(
                    description =
                            "True where the document is about the other product: esketamine for a query about ketamine, or the other way round. Ketamine and esketamine are different products.")
            boolean related,

            @Schema(description = "Comparable within one answer only.")
            double score) {}

    /** A section that fits. */
    @Schema(name = "SearchPlace")
    public record Place(
            String anchor,

            @Schema(nullable = true) @Nullable String heading) {}

    /** HTML that is escaped but for {@code <mark>}. */
    @Schema(name = "SearchHighlights", description = "HTML in which nothing but `<mark>` is markup.")
    public record Highlights(
            String title,
            String summary,

            @Schema(
                    description =
                            "Whole sentences of what fits best; a claim comes with its verdict, and a finding with its limit. Empty where only title, names or summary fit.")
            String section) {}

    /** How all that was found is spread, whatever page is shown. */
    @Schema(name = "SearchFacets")
    public record Facets(
            @Schema(nullable = true) @Nullable List<TypeCount> type,

            @Schema(nullable = true) @Nullable List<ThemeCount> theme,

            @Schema(nullable = true) @Nullable List<CertaintyCount> certainty) {}

    /** How many documents are in a collection. */
    public record TypeCount(String value, int count) {}

    /** How many documents have a theme. */
    public record ThemeCount(Theme value, int count) {}

    /** How many documents state something of this certainty. */
    public record CertaintyCount(Certainty value, int count) {}

    /** Why nothing that fits was found, and where to look. */
    @Schema(name = "SearchTried")
    public record Tried(
            @Schema(description = "The words that were looked for; common ones such as `the` are not.")
            List<String> words,

            String advice,

            @Schema(description = "Collections to look into.")
            List<TriedPlace> places) {}

    /** A collection to look into. */
    @Schema(name = "SearchTriedPlace")
    public record TriedPlace(
            String type, @Schema(format = "uri") String url) {}

    /** What can be counted. */
    @Schema(name = "SearchFacet")
    public enum Facet {
        @JsonProperty("type")
        TYPE(IndexFields.COLLECTION),
        @JsonProperty("theme")
        THEME(IndexFields.THEME),
        @JsonProperty("certainty")
        CERTAINTY(IndexFields.CERTAINTY);

        /** Where the index holds it. */
        final String field;

        Facet(String field) {
            this.field = field;
        }
    }
}
