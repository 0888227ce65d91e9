package org.ketaminecontent.reference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Erratum;
import org.ketaminecontent.content.LinkedDocuments;
import org.ketaminecontent.content.PageContent;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.content.ProvenanceDocument;
import org.ketaminecontent.content.Related;
import org.ketaminecontent.content.ReviewDocument;
import org.ketaminecontent.content.SearchText;
import org.ketaminecontent.content.Thing;

/** A reference as delivered. */
@Schema(name = "Reference", description = "A source cited by the content.")
public record ReferenceDocument(
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
        String authors,
        int year,
        String title,
        @Schema(nullable = true) @Nullable String journal,
        @Schema(nullable = true) @Nullable String volume,
        @Schema(nullable = true) @Nullable String issue,
        @Schema(nullable = true) @Nullable String pages,

        @Schema(nullable = true, description = "Digital Object Identifier, without `https://doi.org/`.") @Nullable
        String doi,

        @Schema(nullable = true, description = "PubMed number.") @Nullable
        String pmid,

        @Schema(nullable = true, format = "uri") @Nullable String url,
        @Schema(description = "The type of source.") ReferenceType sourceType,

        @Schema(description = "The products studied; empty if the source is about no product.")
        List<Product> product,

        @Schema(nullable = true, description = "A note on the source for readers.") @Nullable
        String note,

        @Schema(description = "The short name of the source in running text.")
        String label,

        @Schema(description = "The full citation, in Vancouver style.")
        String citation,

        @Schema(description = "How far this entry was checked against the source.")
        Confirmation confirmation,

        @Schema(
                nullable = true,
                description =
                        "False where a DOI or PubMed number given here has not been seen to lead to this work; null where neither is given.")
        @Nullable
        Boolean identifierConfirmed,

        @Schema(description = "The documents that cite it.") List<Related> citedBy,

        @Schema(description = "True if crisis contacts must be shown; they are in `meta.crisis`.")
        boolean crisisSupport)
        implements Document {

    @Override
    public SearchText searchText() {
        return SearchText.of(title, List.of(label), citation, List.of());
    }

    @Override
    public Map<String, List<Related>> related() {
        return Map.of("citedBy", citedBy);
    }

    @Override
    public PageContent leaf() {
        var about = new PageContent.Labelled()
                .with("Kind", sourceType.words())
                .with(
                        "About",
                        PageContent.list(
                                product.stream().map(PageContent::words).toList()))
                .with("DOI", doi, doiAddress())
                .with("PubMed", pmid, pmid == null ? null : "https://pubmed.ncbi.nlm.nih.gov/" + pmid + "/")
                .with("Address", url, url)
                .with("Note", note)
                .with(
                        "Identifiers",
                        Boolean.FALSE.equals(identifierConfirmed)
                                ? "Not confirmed to identify this work: check before you rely on them."
                                : null)
                .items();
        return new PageContent(
                title, citation, null, PageContent.parts(PageContent.items("source", "The source", false, about)));
    }

    /** People by family name and initials; other names are organizations. */
    private List<Thing> names() {
        return Stream.of(authors.split("[,;]"))
                .map(each -> each.strip().replaceFirst("\\.$", ""))
                .filter(each -> !each.isEmpty() && !each.equals("et al"))
                .map(each -> Thing.of(
                                each.matches("\\p{L}[\\p{L}'’ -]* \\p{Lu}{1,4}( Jr| III?)?")
                                        ? "Person"
                                        : "Organization")
                        .with("name", each))
                .toList();
    }

    private @Nullable String doiAddress() {
        return doi == null ? null : "https://doi.org/" + doi;
    }

    @Override
    public Thing thing(LinkedDocuments neighbours) {
        return Thing.of("MedicalScholarlyArticle")
                .with("name", title)
                .with("author", names())
                .with("datePublished", String.valueOf(year))
                .with(
                        "identifier",
                        doi == null || Boolean.FALSE.equals(identifierConfirmed)
                                ? null
                                : Thing.of("PropertyValue")
                                        .with("propertyID", "DOI")
                                        .with("value", doi))
                .with("sameAs", Boolean.FALSE.equals(identifierConfirmed) ? null : doiAddress())
                .with("url", url)
                .with("publicationType", sourceType.words());
    }

    @Override
    public String pageType() {
        return "WebPage";
    }

    static ReferenceDocument of(Reference reference, DeliveryContext deliveryContext, Backlinks backlinks) {
        return new ReferenceDocument(
                reference.id,
                References.COLLECTION,
                reference.slug,
                reference.locale,
                reference.version,
                reference.publishedAt,
                reference.updatedAt,
                reference.expiresAt,
                deliveryContext.review(reference),
                deliveryContext.provenance(reference),
                reference.errata,
                deliveryContext.linksTo(References.COLLECTION, reference),
                reference.authors,
                reference.year,
                reference.title,
                reference.journal,
                reference.volume,
                reference.issue,
                reference.pages,
                reference.doi,
                reference.pmid,
                reference.url,
                reference.type,
                reference.product,
                reference.note,
                reference.label(),
                reference.citation(),
                reference.confirmation,
                reference.identifierConfirmed(),
                backlinks.to(reference),
                reference.crisisSupport);
    }
}
