package org.ketaminecontent.faq;

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
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.RiskDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.sideeffect.SideEffects;
import org.ketaminecontent.text.Section;
import org.ketaminecontent.text.Sections;

/** A question and its answer as delivered. */
@Schema(name = "Faq", description = "A frequently asked question, with a short and a full answer.")
public record FaqDocument(
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
        String question,

        @Schema(description = "Two sentences that can be shown alone.")
        String shortAnswer,

        Theme theme,
        @Schema(description = "Position in the list.") int position,

        @Schema(
                nullable = true,
                description =
                        "The main risks and limits; show it wherever a benefit is shown. Null if the answer states"
                                + " no benefit.")
        @Nullable
        String riskSummary,

        @Schema(nullable = true, description = "Flesch–Kincaid grade of the text.") @Nullable
        Double readingGrade,

        @Schema(description = "Claims of public debate that the answer corrects.")
        List<ClaimVerdict> corrects,

        @Schema(description = "Numbers, in the order to show them.")
        List<RiskDocument> risks,

        @Schema(description = "The full answer.") List<Section> sections,
        @Schema(description = "Topics that link to it.") List<Related> topics,
        @Schema(description = "Conditions it is about.") List<Related> conditions,
        @Schema(description = "Side effects it is about.") List<Related> sideEffects,

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
        var above =
                Stream.concat(Stream.ofNullable(riskSummary), corrects.stream().map(ClaimVerdict::withVerdict));
        return new SearchText(
                question,
                List.of(),
                shortAnswer,
                riskSummary,
                theme,
                List.of(),
                List.of(),
                SearchText.parts(above.toList(), sections));
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("topics", topics, "conditions", conditions, "sideEffects", sideEffects, "references", references);
    }

    @Override
    public PageContent leaf() {
        var claims = corrects.stream()
                .map(each -> PageContent.Item.labelled(
                        PageContent.words(each.verdict()), "“" + each.claim() + "”", List.of()))
                .toList();
        return new PageContent(
                question,
                shortAnswer,
                riskSummary,
                PageContent.parts(
                        PageContent.numbers(risks),
                        PageContent.sections(sections),
                        PageContent.items("claims", "Claims that this puts right", false, claims)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        var risks = riskSummary == null ? "" : " " + riskSummary;
        return Thing.of("Question")
                .with("name", question)
                .with("acceptedAnswer", Thing.of("Answer").with("text", shortAnswer + risks));
    }

    @Override
    public String pageType() {
        return "FAQPage";
    }

    static FaqDocument of(Faq faq, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new FaqDocument(
                faq.id,
                Faqs.COLLECTION,
                faq.slug,
                faq.locale,
                faq.version,
                faq.publishedAt,
                faq.updatedAt,
                faq.expiresAt,
                deliveryContext.review(faq),
                deliveryContext.provenance(faq),
                faq.errata,
                deliveryContext.linksTo(Faqs.COLLECTION, faq),
                faq.question,
                faq.shortAnswer,
                faq.theme,
                faq.position,
                faq.riskSummary,
                faq.readingGrade,
                List.copyOf(faq.corrects),
                deliveryContext.risks(
                        faq.risks,
                        Faqs.COLLECTION,
                        faq,
                        deliveryContext.related(References.COLLECTION, faq.references)),
                Sections.of(faq.answer, deliveryContext, Reference.labels(faq.references)),
                backlinks.to(faq, "topics"),
                deliveryContext.related(Conditions.COLLECTION, faq.conditions),
                deliveryContext.related(SideEffects.COLLECTION, faq.sideEffects),
                deliveryContext.related(References.COLLECTION, faq.references),
                faq.asOf,
                faq.crisisSupport);
    }
}
