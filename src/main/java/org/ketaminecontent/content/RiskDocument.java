package org.ketaminecontent.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A risk as delivered. */
@Schema(
        name = "Risk",
        description = "The number of people with an outcome. Show `text`, `limit` and the time together; never show"
                + " a benefit without the risks in its `balancedBy`.")
public record RiskDocument(
        @Schema(description = "Unique within the document; never changes.")
        String id,

        @Schema(description = "Whether the outcome is a benefit or a harm.")
        Risk.Direction direction,

        String outcome,
        String population,
        Product product,

        @Schema(description = "An ISO 8601 duration, or a phrase if the time varied.")
        String timeframe,

        @Schema(description = "The time in words.") String timeframeText,

        @Schema(description = "The denominator of the counts: 100, 1000 or 10000.")
        int per,

        @Schema(description = "The people who received the product.")
        Risk.Arm with,

        @Schema(nullable = true, description = "The comparison group; null if there was none.")
        Risk.@Nullable Arm without,

        @Schema(nullable = true, description = "`with` minus `without`; null if there was no comparison.") @Nullable
        Integer difference,

        @Schema(
                nullable = true,
                description = "The origin of the intervals: the source, or Wilson's method on the observed counts.")
        Risk.@Nullable IntervalBasis intervalBasis,

        String comparator,
        Risk.ComparatorType comparatorType,
        Certainty certainty,

        @Schema(
                nullable = true,
                description = "The published assessment that assigned the grade; null without a" + " grade.")
        @Nullable
        CertaintySourceDocument certaintySource,

        @Schema(nullable = true, description = "The number of people in the study or studies.") @Nullable
        Integer sampleSize,

        @Schema(nullable = true) Risk.@Nullable Observed observed,

        @Schema(description = "True if either group had fewer than 30 people.")
        boolean smallSample,

        Risk.Framings text,

        @Schema(description = "The limit of the number; always show it with the number.")
        String limit,

        List<Related> references,

        @Schema(description = "For a benefit, the ids of the risks in this document to show beside it.")
        List<String> balancedBy,

        @Schema(
                nullable = true,
                format = "uri",
                description =
                        "An icon array (SVG) of the counts, with the harms that balance a benefit; null where `per` is over 1000.")
        @Nullable
        String picture) {

    /** The largest number of people that a picture shows, one cell each. */
    static final int MOST_CELLS = 1000;

    /**
     * The risks of a document that readers may see: confirmed ones, and partly confirmed ones if a clinician has
     * reviewed the document. A benefit is withheld if all its harms are.
     */
    static List<RiskDocument> of(List<Risk> risks, String address, boolean reviewed, Map<String, Related> references) {
        var shown = risks.stream()
                .filter(risk -> risk.confirmation() == Confirmation.CONFIRMED
                        || risk.confirmation() == Confirmation.PARTLY_CONFIRMED && reviewed)
                .toList();
        var harms = shown.stream()
                .filter(risk -> risk.direction() == Risk.Direction.HARM)
                .map(Risk::id)
                .collect(Collectors.toSet());
        return shown.stream()
                .filter(risk -> risk.direction() == Risk.Direction.HARM
                        || risk.balancedBy().stream().anyMatch(harms::contains))
                .map(risk -> of(risk, address, harms, references))
                .toList();
    }

    private static RiskDocument of(Risk risk, String address, Set<String> harms, Map<String, Related> references) {
        var source = risk.certaintySource();
        var cited = source == null ? null : references.get(source.reference());
        return new RiskDocument(
                risk.id(),
                risk.direction(),
                risk.outcome(),
                risk.population(),
                risk.product(),
                risk.timeframe(),
                risk.timeframeText(),
                risk.per(),
                risk.with(),
                risk.without(),
                risk.difference(),
                risk.intervalBasis(),
                risk.comparator(),
                risk.comparatorType(),
                risk.certainty(),
                source == null || cited == null
                        ? null
                        : new CertaintySourceDocument(cited, source.year(), source.place()),
                risk.sampleSize(),
                risk.observed(),
                risk.smallSample(),
                risk.text(),
                risk.limit(),
                risk.references().stream()
                        .map(references::get)
                        .filter(Objects::nonNull)
                        .toList(),
                risk.balancedBy().stream().filter(harms::contains).toList(),
                risk.per() > MOST_CELLS ? null : address + "/risks/" + risk.id() + ".svg");
    }

    /** The numbers as structured data, one node for each group: each carries both framings and the limit. */
    public List<Thing> things() {
        return Stream.of(
                        observation(with, product, text.with()),
                        without == null ? null : observation(without, comparatorType, text.without()))
                .filter(Objects::nonNull)
                .toList();
    }

    private Thing observation(Risk.Arm arm, Enum<?> group, @Nullable String sentence) {
        var words = Stream.of(sentence, text.positive(), limit)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Thing.of("Observation")
                .with("name", outcome + ", " + timeframeText)
                .with("description", words)
                .with("observationAbout", Thing.of("StatisticalPopulation").with("name", population))
                .with("measurementQualifier", Thing.of("QualitativeValue").with("name", groupName(group)))
                .with("value", arm.count())
                .with("minValue", arm.low())
                .with("maxValue", arm.high())
                .with("unitText", "of " + per + " people");
    }

    private static String groupName(Enum<?> group) {
        return group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The references that a document cites, by slug. */
    static Map<String, Related> bySlug(List<Related> references) {
        return references.stream().collect(Collectors.toMap(Related::slug, Function.identity()));
    }
}
