package org.ketaminecontent.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;

/** The content type of topics. */
@ApplicationScoped
public class Topics implements ContentType<Topic, TopicContent> {

    public static final String COLLECTION = "topics";

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
        return List.of("conditions", "side-effects", "faqs", "references");
    }

    @Override
    public String order() {
        return "position";
    }

    @Override
    public String titleProperty() {
        return "title";
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
