package org.ketaminecontent.sideeffect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.text.Section;
import org.ketaminecontent.text.Sections;

/** A side effect as delivered. */
@Schema(name = "SideEffect", description = "An unwanted effect: its symptoms, its frequency, and when to get help.")
public record SideEffectDocument(
        UUID id,
        String type,
        String slug,
        String locale,
        int version,
        Instant publishedAt,
        Instant updatedAt,
        @Schema(nullable = true) @Nullable Instant expiresAt,
        ReviewDocument review,
        ProvenanceDocument provenance,

        @Schema(description = "Corrections of earlier versions, the latest first.")
        List<Erratum> errata,

        Links links,
        String name,
        String clinicalTerm,
        List<String> synonyms,
        String summary,
        @Schema(description = "Position in the list.") int position,
        Severity severity,
        String severityNote,
        Frequency frequency,
        String onsetAndDuration,
        String whatPeopleNotice,
        String whatClinicsDo,
        String whenToGetUrgentHelp,

        @Schema(nullable = true, description = "Flesch–Kincaid grade of the text.") @Nullable
        Double readingGrade,

        @Schema(description = "Numbers, in the order to show them.")
        List<RiskDocument> risks,

        List<Section> sections,
        @Schema(description = "Topics about it.") List<Related> topics,

        @Schema(description = "Conditions for which it matters most.")
        List<Related> conditions,

        @Schema(description = "Questions about it.") List<Related> faqs,

        @Schema(description = "All cited references, in order of first citation.")
        List<Related> references,

        @Schema(
                nullable = true,
                examples = "2026-11-27",
                description = "The date as of which the document was correct; null if its statements do not age.")
        @Nullable
        LocalDate asOf,

        @Schema(description = "True if crisis contacts must be shown; they are in `meta.crisis`.")
        boolean crisisSupport)
        implements Document {

    /** The frequency, and its sources. */
    @Schema(name = "Frequency")
    public record Frequency(
            @Schema(
                    description = "The band of ketamine infusion; `bands` has those of other products. very-common: at"
                            + " least 1 in 10; common: 1 in 100 to 1 in 10; uncommon: 1 in 1,000 to 1 in"
                            + " 100; rare: 1 in 10,000 to 1 in 1,000; very-rare: fewer; unknown: no figure"
                            + " available.")
            FrequencyBand band,

            @Schema(description = "One band for each product with figures. Show each with its product.")
            List<Band> bands,

            @Schema(nullable = true) @Nullable String note,

            @Schema(description = "One figure for each product and source; never merge them.")
            List<Figure> figures) {}

    /** The frequency with one product. */
    @Schema(name = "FrequencyOfProduct")
    public record Band(Product product, FrequencyBand band) {}

    /** The observed frequency with one product in one source. */
    @Schema(name = "FrequencyFigure")
    public record Figure(
            Product product,
            String figure,

            @Schema(nullable = true, description = "Percent of people; null if the source gives none.") @Nullable
            Double percentLow,

            @Schema(nullable = true, description = "If null and `percentLow` is given: at least `percentLow`.")
            @Nullable
            Double percentHigh,

            List<Related> references) {}

    @Override
    public SearchText searchText() {
        var above = Stream.concat(
                Stream.of(severityNote, onsetAndDuration, whatPeopleNotice, whatClinicsDo, whenToGetUrgentHelp),
                frequency.figures().stream().map(Figure::figure));
        return SearchText.of(
                name,
                Stream.concat(Stream.of(clinicalTerm), synonyms.stream()).toList(),
                summary,
                SearchText.parts(above.toList(), sections));
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("topics", topics, "conditions", conditions, "faqs", faqs, "references", references);
    }

    @Override
    public PageContent leaf() {
        var figures = frequency.figures().stream()
                .map(each ->
                        PageContent.Item.labelled(PageContent.words(each.product()), each.figure(), each.references()));
        var words = new PageContent.Labelled();
        frequency
                .bands()
                .forEach(each -> words.with(PageContent.words(each.product()), PageContent.words(each.band())));
        if (frequency.bands().isEmpty()) {
            words.with("Overall", PageContent.words(frequency.band()));
        }
        var note = words.with("Note", frequency.note()).items();
        var brief = new PageContent.Labelled()
                .with("When to get urgent help", whenToGetUrgentHelp)
                .with("How serious", PageContent.words(severity) + ". " + severityNote)
                .with("What people notice", whatPeopleNotice)
                .with("When it starts, how long it lasts", onsetAndDuration)
                .with("What clinics do", whatClinicsDo)
                .with("Clinical term", clinicalTerm)
                .with("Also called", PageContent.list(synonyms))
                .items();
        return new PageContent(
                name,
                summary,
                null,
                PageContent.parts(
                        PageContent.items(PageContent.IN_BRIEF, "In brief", false, brief),
                        PageContent.items(
                                "frequency",
                                "How often",
                                false,
                                Stream.concat(note.stream(), figures).toList()),
                        PageContent.numbers(risks),
                        PageContent.sections(sections)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("MedicalSignOrSymptom")
                .with("@id", neighbours.page(type, slug) + "#subject")
                .with("name", name)
                .with(
                        "alternateName",
                        Stream.concat(Stream.of(clinicalTerm), synonyms.stream())
                                .toList())
                .with("description", summary);
    }

    static SideEffectDocument of(SideEffect effect, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new SideEffectDocument(
                effect.id,
                SideEffects.COLLECTION,
                effect.slug,
                effect.locale,
                effect.version,
                effect.publishedAt,
                effect.updatedAt,
                effect.expiresAt,
                deliveryContext.review(effect),
                deliveryContext.provenance(effect),
                effect.errata,
                deliveryContext.linksTo(SideEffects.COLLECTION, effect),
                effect.name,
                effect.clinicalTerm,
                effect.synonyms,
                effect.summary,
                effect.position,
                effect.severity,
                effect.severityNote,
                new Frequency(
                        effect.frequencyBand,
                        effect.frequencyBands.stream()
                                .map(each -> new Band(each.product(), each.band()))
                                .toList(),
                        effect.frequencyNote,
                        effect.frequencyFigures.stream()
                                .map(each -> figure(each, deliveryContext))
                                .toList()),
                effect.onsetAndDuration,
                effect.whatPeopleNotice,
                effect.whatClinicsDo,
                effect.whenToGetUrgentHelp,
                effect.readingGrade,
                deliveryContext.risks(
                        effect.risks,
                        SideEffects.COLLECTION,
                        effect,
                        deliveryContext.related(References.COLLECTION, effect.references)),
                Sections.of(effect.body, deliveryContext, Reference.labels(effect.references)),
                backlinks.to(effect, "topics"),
                deliveryContext.related(Conditions.COLLECTION, effect.conditions),
                backlinks.to(effect, "faqs"),
                deliveryContext.related(References.COLLECTION, effect.references),
                effect.asOf,
                effect.crisisSupport);
    }

    private static Figure figure(FrequencyFigure each, DeliveryContext deliveryContext) {
        return new Figure(
                each.product,
                each.figure,
                each.percentLow,
                each.percentHigh,
                deliveryContext.related(References.COLLECTION, each.references));
    }
}
