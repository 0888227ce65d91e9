package org.ketaminecontent.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Backlinks;
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
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.text.Section;
import org.ketaminecontent.text.Sections;

/** A condition as delivered. */
@Schema(name = "Condition", description = "A condition that ketamine has been tried for, with the evidence.")
public record ConditionDocument(
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
        List<String> synonyms,
        String summary,
        @Schema(description = "Position in the list.") int position,

        @Schema(description = "True if ketamine is used for it only in research.")
        boolean investigational,

        @Schema(description = "The main risks and limits; show it wherever a benefit is shown.")
        String riskSummary,

        @Schema(nullable = true, description = "Flesch–Kincaid grade of the text.") @Nullable
        Double readingGrade,

        EvidenceDocument evidence,
        @Schema(description = "US ketamine comes first.") List<RegulatoryStatusDocument> regulatoryStatus,
        List<CodeDocument> codes,

        @Schema(description = "Numbers, in the order to show them.")
        List<RiskDocument> risks,

        List<Section> sections,
        @Schema(description = "Topics about it.") List<Related> topics,

        @Schema(description = "Side effects that matter most for people with the condition.")
        List<Related> sideEffects,

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

    @Override
    public SearchText searchText() {
        var above = Stream.of(
                        Stream.of(evidence.note(), riskSummary),
                        evidence.statements().stream().map(each -> each.statement() + " " + each.limit()),
                        regulatoryStatus.stream().map(RegulatoryStatusDocument::statement))
                .flatMap(each -> each);
        return new SearchText(
                name,
                synonyms,
                summary,
                riskSummary,
                null,
                List.of(evidence.certainty()),
                codes,
                SearchText.parts(above.toList(), sections));
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("topics", topics, "sideEffects", sideEffects, "faqs", faqs, "references", references);
    }

    @Override
    public PageContent leaf() {
        var rating = PageContent.Item.statement(
                evidence.note(), null, evidence.certainty(), evidence.certaintySource(), List.of());
        var statements = evidence.statements().stream()
                .map(each -> PageContent.Item.statement(
                                each.statement(),
                                each.limit(),
                                each.certainty(),
                                each.certaintySource(),
                                each.references())
                        .asOf(each.asOf()));
        var places = regulatoryStatus.stream()
                .map(each -> PageContent.Item.labelled(
                                PageContent.words(each.product()) + ", " + each.jurisdiction(),
                                PageContent.words(each.status()) + ". " + each.statement(),
                                each.references())
                        .asOf(each.asOf()))
                .toList();
        return new PageContent(
                name,
                summary,
                riskSummary,
                PageContent.parts(
                        PageContent.items("regulatory-status", "Where it is approved", false, places),
                        PageContent.items(
                                "evidence",
                                "What the evidence shows",
                                true,
                                Stream.concat(Stream.of(rating), statements).toList()),
                        PageContent.numbers(risks),
                        PageContent.sections(sections)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("MedicalCondition")
                .with("name", name)
                .with("alternateName", synonyms)
                .with("code", Thing.codes(codes))
                .with("mainEntityOfPage", neighbours.page(type, slug));
    }

    /** The drugs, with their regulatory status for this condition. */
    @Override
    public List<Thing> mentions() {
        return regulatoryStatus.stream()
                .map(each -> Thing.of("Drug")
                        .with("name", PageContent.words(each.product()))
                        .with(
                                "legalStatus",
                                Thing.of("DrugLegalStatus")
                                        .with("name", PageContent.words(each.status()))
                                        .with("description", each.statement())
                                        .with(
                                                "applicableLocation",
                                                Thing.of("AdministrativeArea").with("name", each.jurisdiction()))))
                .toList();
    }

    static ConditionDocument of(Condition condition, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new ConditionDocument(
                condition.id,
                Conditions.COLLECTION,
                condition.slug,
                condition.locale,
                condition.version,
                condition.publishedAt,
                condition.updatedAt,
                condition.expiresAt,
                deliveryContext.review(condition),
                deliveryContext.provenance(condition),
                condition.errata,
                deliveryContext.linksTo(Conditions.COLLECTION, condition),
                condition.name,
                condition.synonyms,
                condition.summary,
                condition.position,
                condition.investigational,
                condition.riskSummary,
                condition.readingGrade,
                EvidenceDocument.of(condition, deliveryContext),
                condition.regulatoryStatus.stream()
                        .map(each -> RegulatoryStatusDocument.of(each, deliveryContext))
                        .toList(),
                condition.codes.stream().map(CodeDocument::of).toList(),
                deliveryContext.risks(
                        condition.risks,
                        Conditions.COLLECTION,
                        condition,
                        deliveryContext.related(References.COLLECTION, condition.references)),
                Sections.of(condition.body, deliveryContext, Reference.labels(condition.references)),
                backlinks.to(condition, "topics"),
                backlinks.to(condition, "side-effects"),
                backlinks.to(condition, "faqs"),
                deliveryContext.related(References.COLLECTION, condition.references),
                condition.asOf,
                condition.crisisSupport);
    }
}
