package org.ketaminecontent.topic;

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
import org.ketaminecontent.faq.Faqs;
import org.ketaminecontent.reference.References;
import org.ketaminecontent.sideeffect.SideEffects;

/** The content type of topics. */
@ApplicationScoped
public class Topics implements ContentType<Topic, TopicContent> {

    public static final String COLLECTION = "topics";

    /** The sort keys of lists. */
    public record Keys(int position, String title, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Topic";
    }

    @Override
    public String plural() {
        return "Topics";
    }

    @Override
    public String purpose() {
        return "Pages on one subject each, with key facts and limits.";
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public int menuPosition() {
        return 1;
    }

    @Override
    public boolean isArticle() {
        return true;
    }

    @Override
    public Class<Topic> entityType() {
        return Topic.class;
    }

    @Override
    public Class<TopicContent> contentType() {
        return TopicContent.class;
    }

    @Override
    public Class<TopicDocument> documentType() {
        return TopicDocument.class;
    }

    @Override
    public List<String> dependsOn() {
        return List.of(Conditions.COLLECTION, SideEffects.COLLECTION, Faqs.COLLECTION, References.COLLECTION);
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
    public Set<String> benefitFields() {
        return Set.of("sections", "summary", "keyFacts");
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("title", "summary", "body");
    }

    @Override
    public Topic create() {
        return new Topic();
    }

    @Override
    public void apply(Topic entity, TopicContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public TopicDocument document(Topic entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return TopicDocument.of(entity, deliveryContext, backlinks);
    }
}
