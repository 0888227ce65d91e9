package org.ketaminecontent.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.CertaintySourceDocument;
import org.ketaminecontent.content.CodeDocument;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.faq.Faqs;
import org.ketaminecontent.reference.GradedBy;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.sideeffect.Severity;
import org.ketaminecontent.sideeffect.SideEffectDocument;
import org.ketaminecontent.sideeffect.SideEffects;
import org.ketaminecontent.text.Section;
import org.ketaminecontent.text.Sections;

/** A topic as delivered. */
@Schema(name = "Topic", description = "A page on one subject.")
public record TopicDocument(
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
        String title,
        String summary,
        Theme theme,
        @Schema(description = "Position in the list.") int position,
        Audience audience,

        @Schema(description = "The main risks and limits; show it wherever a benefit is shown.")
        String riskSummary,

        @Schema(nullable = true, description = "Flesch–Kincaid grade of the text.") @Nullable
        Double readingGrade,

        @Schema(description = "The topic in brief.") List<Fact> keyFacts,

        @Schema(description = "Clinical codes of the substance that the topic is about.")
        List<CodeDocument> codes,

        @Schema(description = "Numbers, in the order to show them.")
        List<RiskDocument> risks,

        List<Section> sections,
        List<Related> conditions,
        List<Related> sideEffects,
        List<Related> faqs,

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

    /** One of the few main sentences of a topic. */
    @Schema(name = "KeyFact")
    public record Fact(
            String statement,

            @Schema(
                    description =
                            "GRADE level of a published assessment; `not-graded` where nobody has graded the finding, `not-applicable` where the statement is no finding.")
            Certainty certainty,

            @Schema(
                    nullable = true,
                    description = "The published assessment that assigned the grade; null without a grade.")
            @Nullable
            CertaintySourceDocument certaintySource,

            @Schema(
                    nullable = true,
                    examples = "2026-11-27",
                    description = "The date as of which this was correct; null if it does not age.")
            @Nullable
            LocalDate asOf,

            List<Related> references) {}

    @Override
    public SearchText searchText() {
        var above = Stream.concat(keyFacts.stream().map(Fact::statement), Stream.of(riskSummary));
        return new SearchText(
                title,
                List.of(),
                summary,
                riskSummary,
                theme,
                keyFacts.stream().map(Fact::certainty).distinct().toList(),
                codes,
                SearchText.parts(above.toList(), sections));
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("conditions", conditions, "sideEffects", sideEffects, "faqs", faqs, "references", references);
    }

    @Override
    public PageContent leaf() {
        var facts = keyFacts.stream()
                .map(each -> PageContent.Item.statement(
                                each.statement(), null, each.certainty(), each.certaintySource(), each.references())
                        .asOf(each.asOf()))
                .toList();
        return new PageContent(
                title,
                summary,
                riskSummary,
                PageContent.parts(
                        PageContent.items("key-facts", "In brief", true, facts),
                        PageContent.numbers(risks),
                        PageContent.sections(sections)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        var unwanted = neighbours.all(sideEffects, SideEffectDocument.class);
        return Thing.of("MedicalTherapy")
                .with("name", "Ketamine therapy")
                .with("drug", drug())
                .with("adverseOutcome", outcomes(unwanted, false, neighbours))
                .with("seriousAdverseOutcome", outcomes(unwanted, true, neighbours));
    }

    /** The substance that the topic is about, if there is one. */
    private @Nullable Thing drug() {
        var name = codes.stream()
                .map(CodeDocument::display)
                .filter(Objects::nonNull)
                .findFirst();
        return name.map(each -> Thing.of("Drug").with("name", each).with("code", Thing.codes(codes)))
                .orElse(null);
    }

    private static List<Thing> outcomes(List<SideEffectDocument> effects, boolean serious, LinkedDocuments neighbours) {
        return effects.stream()
                .filter(each -> each.severity().compareTo(Severity.SERIOUS) >= 0 == serious)
                .map(each -> each.thing(neighbours))
                .toList();
    }

    static TopicDocument of(Topic topic, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new TopicDocument(
                topic.id,
                Topics.COLLECTION,
                topic.slug,
                topic.locale,
                topic.version,
                topic.publishedAt,
                topic.updatedAt,
                topic.expiresAt,
                deliveryContext.review(topic),
                deliveryContext.provenance(topic),
                topic.errata,
                deliveryContext.linksTo(Topics.COLLECTION, topic),
                topic.title,
                topic.summary,
                topic.theme,
                topic.position,
                topic.audience,
                topic.riskSummary,
                topic.readingGrade,
                topic.keyFacts.stream().map(each -> fact(each, deliveryContext)).toList(),
                topic.codes.stream().map(CodeDocument::of).toList(),
                deliveryContext.risks(
                        topic.risks,
                        Topics.COLLECTION,
                        topic,
                        deliveryContext.related(References.COLLECTION, topic.references)),
                Sections.of(topic.body, deliveryContext, Reference.labels(topic.references)),
                deliveryContext.related(Conditions.COLLECTION, topic.conditions),
                deliveryContext.related(SideEffects.COLLECTION, topic.sideEffects),
                deliveryContext.related(Faqs.COLLECTION, topic.faqs),
                deliveryContext.related(References.COLLECTION, topic.references),
                topic.asOf,
                topic.crisisSupport);
    }

    private static Fact fact(KeyFact each, DeliveryContext deliveryContext) {
        return new Fact(
                each.statement,
                each.certainty,
                GradedBy.document(each.certaintySource, deliveryContext),
                each.asOf,
                deliveryContext.related(References.COLLECTION, each.references));
    }
}
