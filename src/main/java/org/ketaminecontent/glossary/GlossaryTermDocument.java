package org.ketaminecontent.glossary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Backlinks;
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
import org.ketaminecontent.text.MarkdownRenderer;

/** A glossary term as delivered. */
@Schema(name = "GlossaryTerm", description = "A term explained in plain words.")
public record GlossaryTermDocument(
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
        String term,
        List<String> synonyms,

        @Schema(description = "The definition, in the requested `bodyFormat`.")
        String definition,

        @Schema(description = "The sources of the definition.")
        List<Related> references,

        @Schema(
                nullable = true,
                examples = "2026-11-27",
                description = "The date as of which the document was correct; null if its statements do not age.")
        @Nullable
        LocalDate asOf,

        boolean crisisSupport)
        implements Document {

    @Override
    public SearchText searchText() {
        return SearchText.of(term, synonyms, definition, List.of());
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("references", references);
    }

    @Override
    public PageContent leaf() {
        var names = new PageContent.Labelled()
                .with("Also called", PageContent.list(synonyms))
                .items();
        return new PageContent(
                term,
                null,
                null,
                PageContent.parts(
                        Stream.of(new PageContent.Part("definition", null, false, List.of(), definition)),
                        PageContent.items("names", "Other names", false, names)));
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("DefinedTerm")
                .with("name", term)
                .with("alternateName", synonyms)
                .with("description", MarkdownRenderer.words(definition))
                .with("inDefinedTermSet", neighbours.base() + "/" + type);
    }

    @Override
    public String pageType() {
        return "WebPage";
    }

    static GlossaryTermDocument of(GlossaryTerm term, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new GlossaryTermDocument(
                term.id,
                Glossary.COLLECTION,
                term.slug,
                term.locale,
                term.version,
                term.publishedAt,
                term.updatedAt,
                term.expiresAt,
                deliveryContext.review(term),
                deliveryContext.provenance(term),
                term.errata,
                deliveryContext.linksTo(Glossary.COLLECTION, term),
                term.term,
                term.synonyms,
                MarkdownRenderer.render(term.definition, deliveryContext, Reference.labels(term.references)),
                deliveryContext.related(References.COLLECTION, term.references),
                term.asOf,
                term.crisisSupport);
    }
}
