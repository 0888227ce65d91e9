package org.ketaminecontent.glossary;

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
import org.ketaminecontent.reference.References;

/** The content type of glossary terms. */
@ApplicationScoped
public class Glossary implements ContentType<GlossaryTerm, GlossaryTermContent> {

    public static final String COLLECTION = "glossary";

    /** The sort keys of lists. */
    public record Keys(String term, String slug, Instant publishedAt, Instant updatedAt, UUID id) implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Glossary";
    }

    @Override
    public String plural() {
        return "Glossary";
    }

    @Override
    public String purpose() {
        return "Terms in plain words.";
    }

    @Override
    public int rank() {
        return 6;
    }

    @Override
    public int menuPosition() {
        return 5;
    }

    @Override
    public boolean isListedByLetter() {
        return true;
    }

    /** Readers prefer answers to definitions. */
    @Override
    public double searchWeight() {
        return 0.85;
    }

    @Override
    public Class<GlossaryTerm> entityType() {
        return GlossaryTerm.class;
    }

    @Override
    public Class<GlossaryTermContent> contentType() {
        return GlossaryTermContent.class;
    }

    @Override
    public Class<GlossaryTermDocument> documentType() {
        return GlossaryTermDocument.class;
    }

    @Override
    public List<String> dependsOn() {
        return List.of(References.COLLECTION);
    }

    @Override
    public Class<Keys> sortKeys() {
        return Keys.class;
    }

    @Override
    public String titleProperty() {
        return "term";
    }

    @Override
    public String summaryField() {
        return "definition";
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("term", "synonyms", "body");
    }

    @Override
    public GlossaryTerm create() {
        return new GlossaryTerm();
    }

    @Override
    public void apply(GlossaryTerm entity, GlossaryTermContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public GlossaryTermDocument document(GlossaryTerm entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return GlossaryTermDocument.of(entity, deliveryContext, backlinks);
    }
}
