package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The number of people with an outcome, with a product and in a comparison group.
 *
 * @param id unique within the document; never changes
 * @param timeframe an ISO 8601 duration, or a phrase if the time varied
 * @param timeframeText the same in words for readers
 * @param per the denominator of the counts: 100, 1000 or 10000
 * @param with the people who received the product
 * @param without the comparison group; null if there was none
 * @param intervalBasis the origin of the 95 % intervals; null if there are none
 * @param sampleSize the number of people in the study or studies; null if unknown
 * @param observed the observed counts behind small samples; null if they were not available
 * @param smallSample whether either group had fewer than 30 people
 * @param limit the limit that must be shown with the number
 * @param balancedBy for a benefit, the ids of the risks of this document to show beside it
 */
@Schema(name = "RiskContent")
public record Risk(
        @NotNull
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be lower-case letters and digits joined by hyphens")
        @Size(max = 80)
        String id,

        @NotNull Direction direction,
        @NotBlank String outcome,
        @NotBlank String population,
        @NotNull Product product,
        @NotBlank String timeframe,
        @NotBlank String timeframeText,
        @NotNull Integer per,
        @NotNull @Valid Arm with,
        @Nullable @Valid Arm without,
        @Nullable IntervalBasis intervalBasis,
        @NotBlank String comparator,
        @NotNull ComparatorType comparatorType,
        @NotNull Certainty certainty,
        @Nullable @Valid CertaintySource certaintySource,
        @Nullable @Positive Integer sampleSize,
        @Nullable @Valid Observed observed,
        boolean smallSample,
        @NotNull @Valid Framings text,
        @NotBlank String limit,
        @NotEmpty List<@NotBlank String> references,
        @NotNull Confirmation confirmation,
        List<@NotBlank String> balancedBy)
        implements GradedStatement {

    public Risk {
        references = references == null ? List.of() : references;
        balancedBy = balancedBy == null ? List.of() : balancedBy;
    }

    /** The direction of an outcome: a benefit or a harm. */
    @Schema(name = "RiskDirection")
    public enum Direction {
        @JsonProperty("benefit")
        BENEFIT,
        @JsonProperty("harm")
        HARM
    }

    /** The kind of comparison group. */
    public enum ComparatorType {
        @JsonProperty("placebo")
        PLACEBO,
        @JsonProperty("placebo-plus-antidepressant")
        PLACEBO_PLUS_ANTIDEPRESSANT,
        /** A sedative as comparison, so that people cannot easily tell what they received. */
        @JsonProperty("active-sedative")
        ACTIVE_SEDATIVE,
        @JsonProperty("active-treatment")
        ACTIVE_TREATMENT,
        @JsonProperty("treatment-stopped")
        TREATMENT_STOPPED,
        @JsonProperty("mixed-control")
        MIXED_CONTROL,
        @JsonProperty("none")
        NONE
    }

    /** The origin of an interval. */
    public enum IntervalBasis {
        /** Given by the source. */
        @JsonProperty("published-95")
        PUBLISHED_95,
        /** Computed from the observed counts by Wilson's method. */
        @JsonProperty("wilson-95-from-observed")
        WILSON_95_FROM_OBSERVED
    }

    /**
     * One group of people.
     *
     * @param count the number of people affected
     * @param low the lower end of the 95 % interval; null if there is none
     * @param high the upper end
     */
    @Schema(name = "RiskArm", description = "The number of people affected, out of `per`.")
    public record Arm(
            @NotNull @Min(0) Integer count,

            @Schema(nullable = true, description = "The lower end of the 95 % interval.") @Nullable @Min(0)
            Integer low,

            @Schema(nullable = true, description = "The upper end of the 95 % interval.") @Nullable @Min(0)
            Integer high) {}

    /** The counts observed in a study, in both groups. */
    @Schema(name = "RiskObserved", description = "The counts observed in the study.")
    public record Observed(
            @NotNull @Valid Count with,
            @Schema(nullable = true) @Nullable @Valid Count without) {

        /** A number of events in a number of people. */
        @Schema(name = "RiskCount")
        public record Count(
                @NotNull @Min(0) Integer events,
                @NotNull @Positive Integer total) {}
    }

    /**
     * The numbers in sentences, in both framings.
     *
     * @param without null if there was no comparison
     * @param positive the same figures as the number of people not affected
     */
    @Schema(name = "RiskText", description = "The numbers in sentences. Show both framings: `with` and `positive`.")
    public record Framings(
            @NotBlank String with,

            @Schema(nullable = true, description = "Null if there was no comparison.") @Nullable
            String without,

            @NotBlank String positive) {}

    /** The difference between the product and the comparison, out of {@code per}; null if there was no comparison. */
    public @Nullable Integer difference() {
        return without == null ? null : with.count() - without.count();
    }

    /** The texts of a document's risks, with their places. */
    public static Stream<Passage> passages(List<Risk> risks) {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < risks.size(); i++) {
            var risk = risks.get(i);
            var place = "/risks/" + i;
            passages.add(Passage.name(place + "/outcome", risk.outcome()));
            passages.add(Passage.name(place + "/population", risk.population()));
            passages.add(Passage.name(place + "/comparator", risk.comparator()));
            passages.add(Passage.name(place + "/timeframe", risk.timeframe()));
            passages.add(Passage.name(place + "/timeframeText", risk.timeframeText()));
            CertaintySource.passages(place + "/certaintySource", risk.certaintySource())
                    .forEach(passages::add);
            passages.add(Passage.prose(place + "/text/with", risk.text().with()));
            if (risk.text().without() != null) {
                passages.add(Passage.prose(place + "/text/without", risk.text().without()));
            }
            passages.add(Passage.prose(place + "/text/positive", risk.text().positive()));
            passages.add(Passage.prose(place + "/limit", risk.limit()));
        }
        return passages.stream();
    }

    /** The references of a document's risks. */
    public static Stream<ContentLink> links(List<Risk> risks) {
        var links = new ArrayList<ContentLink>();
        for (int i = 0; i < risks.size(); i++) {
            var place = "/risks/" + i;
            ContentLink.list(place + "/references", "references", risks.get(i).references())
                    .forEach(links::add);
            CertaintySource.links(place + "/certaintySource", risks.get(i).certaintySource())
                    .forEach(links::add);
        }
        return links.stream();
    }
}
