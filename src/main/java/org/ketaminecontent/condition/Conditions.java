package org.ketaminecontent.condition;

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

/** The content type of conditions. */
@ApplicationScoped
public class Conditions implements ContentType<Condition, ConditionContent> {

    public static final String COLLECTION = "conditions";

    /** The sort keys of lists. */
    public record Keys(int position, String name, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Condition";
    }

    @Override
    public String plural() {
        return "Conditions";
    }

    @Override
    public String purpose() {
        return "What the evidence shows for each, and how certain it is.";
    }

    @Override
    public int rank() {
        return 2;
    }

    @Override
    public int menuPosition() {
        return 3;
    }

    /** The name of a condition alone is a search for the condition. */
    @Override
    public double searchWeight() {
        return 1.05;
    }

    @Override
    public boolean isArticle() {
        return true;
    }

    @Override
    public Class<Condition> entityType() {
        return Condition.class;
    }

    @Override
    public Class<ConditionContent> contentType() {
        return ConditionContent.class;
    }

    @Override
    public Class<ConditionDocument> documentType() {
        return ConditionDocument.class;
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
        return "name";
    }

    @Override
    public Set<String> benefitFields() {
        return Set.of("sections", "summary", "evidence");
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("name", "synonyms", "summary", "body");
    }

    @Override
    public Condition create() {
        return new Condition();
    }

    @Override
    public void apply(Condition entity, ConditionContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public ConditionDocument document(Condition entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return ConditionDocument.of(entity, deliveryContext, backlinks);
    }
}
