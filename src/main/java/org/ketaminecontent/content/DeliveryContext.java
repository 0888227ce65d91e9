package org.ketaminecontent.content;

import java.time.LocalDate;
import java.util.List;
import org.ketaminecontent.text.BodyFormat;
import org.ketaminecontent.text.TextTarget;

/**
 * The form in which documents are delivered.
 *
 * @param base the server's own address, without a slash at the end
 * @param today the date by which reviews are judged due, in UTC
 */
public record DeliveryContext(BodyFormat bodyFormat, String base, LocalDate today) implements TextTarget {

    /** The placeholder for the server's address in stored documents; no other text looks like it. */
    public static final String NO_ADDRESS = "~here~";

    /** The absolute address of a collection. */
    public String href(String collection) {
        return base + "/v1/" + collection;
    }

    /** The absolute address of a document. */
    @Override
    public String href(String collection, String slug) {
        return href(collection) + "/" + slug;
    }

    /** The absolute address of a document's page. */
    public String page(String collection, String slug) {
        return base + "/" + collection + "/" + slug;
    }

    public Document.Links linksTo(String collection, Entry entry) {
        return linksTo(collection, entry.slug);
    }

    public Document.Links linksTo(String collection, String slug) {
        return new Document.Links(href(collection, slug), page(collection, slug));
    }

    public Related related(String collection, Entry entry) {
        return related(collection, entry.slug, entry.title());
    }

    public Related related(String collection, String slug, String title) {
        return new Related(collection, slug, title, href(collection, slug));
    }

    public List<Related> related(String collection, List<? extends Entry> entries) {
        return entries.stream().map(entry -> related(collection, entry)).toList();
    }

    /**
     * The risks of a document that readers may see.
     *
     * @param references all references that the document cites
     */
    public List<RiskDocument> risks(List<Risk> risks, String collection, Entry entry, List<Related> references) {
        boolean reviewed = review(entry).status() != ReviewStatus.NOT_REVIEWED;
        return RiskDocument.of(risks, href(collection, entry.slug), reviewed, RiskDocument.bySlug(references));
    }

    public ProvenanceDocument provenance(Entry entry) {
        return ProvenanceDocument.of(entry, review(entry));
    }

    public ReviewDocument review(Entry entry) {
        return ReviewDocument.of(entry.review, today);
    }
}
