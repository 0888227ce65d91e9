package org.ketaminecontent.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.SortKeys;

/** The content type of references. */
@ApplicationScoped
public class References implements ContentType<Reference, ReferenceContent> {

    public static final String COLLECTION = "references";

    /** The sort keys of lists. */
    public record Keys(String slug, String title, int year, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Source";
    }

    @Override
    public String plural() {
        return "Sources";
    }

    @Override
    public String purpose() {
        return "The sources that everything else cites.";
    }

    @Override
    public int rank() {
        return 5;
    }

    @Override
    public boolean isListedByLetter() {
        return true;
    }

    /** Titles of papers contain many words, and few readers want them. */
    @Override
    public double searchWeight() {
        return 0.35;
    }

    @Override
    public boolean isSource() {
        return true;
    }

    @Override
    public Class<Reference> entityType() {
        return Reference.class;
    }

    @Override
    public Class<ReferenceContent> contentType() {
        return ReferenceContent.class;
    }

    @Override
    public Class<ReferenceDocument> documentType() {
        return ReferenceDocument.class;
    }

    @Override
    public List<String> dependsOn() {
        return List.of();
    }

    @Override
    public Class<Keys> sortKeys() {
        return Keys.class;
    }

    @Override
    public String titleProperty() {
        return "title";
    }

    @Override
    public String summaryField() {
        return "citation";
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("title", "authors", "journal");
    }

    @Override
    public Reference create() {
        return new Reference();
    }

    @Override
    public void apply(Reference entity, ReferenceContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public ReferenceDocument document(Reference entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return ReferenceDocument.of(entity, deliveryContext, backlinks);
    }
}
