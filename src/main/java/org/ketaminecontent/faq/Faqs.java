package org.ketaminecontent.faq;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;

/** The content type of FAQs. */
@ApplicationScoped
public class Faqs implements ContentType<Faq, FaqContent> {

    public static final String COLLECTION = "faqs";

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
        return List.of("conditions", "side-effects", "references");
    }

    @Override
    public String order() {
        return "position";
    }

    @Override
    public String titleProperty() {
        return "question";
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
