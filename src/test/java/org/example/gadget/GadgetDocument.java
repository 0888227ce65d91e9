package org.example.gadget;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Thing;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.text.Section;
import org.ketaminecontent.text.Sections;

/** A gadget as delivered. */
@Schema(name = "Gadget", description = "A device.")
public record GadgetDocument(
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
        List<Erratum> errata,
        Links links,
        String label,
        String blurb,
        String riskSummary,
        int price,
        List<Section> sections,
        List<Related> conditions,
        List<Related> references,
        boolean crisisSupport)
        implements Document {

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("conditions", conditions, "references", references);
    }

    @Override
    public SearchText searchText() {
        return new SearchText(
                label,
                List.of(),
                blurb,
                riskSummary,
                null,
                List.of(),
                List.of(),
                SearchText.parts(List.of(riskSummary), sections));
    }

    @Override
    public PageContent leaf() {
        return new PageContent(label, blurb, riskSummary, PageContent.parts(PageContent.sections(sections)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("MedicalDevice").with("name", label);
    }

    static GadgetDocument of(Gadget gadget, DeliveryContext context) {
        return new GadgetDocument(
                gadget.id,
                Gadgets.COLLECTION,
                gadget.slug,
                gadget.locale,
                gadget.version,
                gadget.publishedAt,
                gadget.updatedAt,
                gadget.expiresAt,
                context.review(gadget),
                context.provenance(gadget),
                gadget.errata,
                context.linksTo(Gadgets.COLLECTION, gadget),
                gadget.label,
                gadget.blurb,
                gadget.riskSummary,
                gadget.price,
                Sections.of(gadget.body, context, Reference.labels(gadget.references)),
                context.related(Conditions.COLLECTION, gadget.conditions),
                context.related(References.COLLECTION, gadget.references),
                gadget.crisisSupport);
    }
}
