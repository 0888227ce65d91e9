package org.ketaminecontent.faq;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ketaminecontent.condition.Conditions;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.SortKeys;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.sideeffect.SideEffects;

/** The content type of FAQs. */
@ApplicationScoped
public class Faqs implements ContentType<Faq, FaqContent> {

    public static final String COLLECTION = "faqs";

    /** The sort keys of lists. */
    public record Keys(int position, String question, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Question";
    }

    @Override
    public String plural() {
        return "Questions";
    }

    @Override
    public String purpose() {
        return "A short answer and a full one.";
    }

    @Override
    public int rank() {
        return 4;
    }

    @Override
    public int menuPosition() {
        return 2;
    }

    @Override
    public boolean isArticle() {
        return true;
    }

    @Override
    public Class<Faq> entityType() {
        return Faq.class;
    }

    @Override
    public Class<FaqContent> contentType() {
        return FaqContent.class;
    }

    @Override
    public Class<FaqDocument> documentType() {
        return FaqDocument.class;
    }

    @Override
    public List<String> dependsOn() {
        return List.of(Conditions.COLLECTION, SideEffects.COLLECTION, References.COLLECTION);
    }

    @Override
    public Class<Keys> sortKeys() {
        return Keys.class;
    }

    @Override
    public String titleProperty() {
        return "question";
    }

    @Override
    public String summaryField() {
        return "shortAnswer";
    }

    @Override
    public Set<String> benefitFields() {
        return Set.of("sections", "shortAnswer");
    }

    @Override
    public Set<String> longFields() {
        return Set.of("shortAnswer", "riskSummary");
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("question", "shortAnswer", "body");
    }

    @Override
    public Faq create() {
        return new Faq();
    }

    @Override
    public void apply(Faq entity, FaqContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public FaqDocument document(Faq entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return FaqDocument.of(entity, deliveryContext, backlinks);
    }
}
