package org.ketaminecontent.sideeffect;

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

/** The content type of side effects. */
@ApplicationScoped
public class SideEffects implements ContentType<SideEffect, SideEffectContent> {

    public static final String COLLECTION = "side-effects";

    /** The sort keys of lists. */
    public record Keys(int position, String name, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Side effect";
    }

    @Override
    public String plural() {
        return "Side effects";
    }

    @Override
    public String purpose() {
        return "How often each happens, what it is like, and when to get help.";
    }

    @Override
    public int rank() {
        return 3;
    }

    @Override
    public int menuPosition() {
        return 4;
    }

    @Override
    public boolean isArticle() {
        return true;
    }

    @Override
    public Class<SideEffect> entityType() {
        return SideEffect.class;
    }

    @Override
    public Class<SideEffectContent> contentType() {
        return SideEffectContent.class;
    }

    @Override
    public Class<SideEffectDocument> documentType() {
        return SideEffectDocument.class;
    }

    @Override
    public List<String> dependsOn() {
        return List.of(Conditions.COLLECTION, References.COLLECTION);
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
    public Set<String> minorFields() {
        return Set.of("name", "synonyms", "summary", "whatPeopleNotice", "body");
    }

    @Override
    public SideEffect create() {
        return new SideEffect();
    }

    @Override
    public void apply(SideEffect entity, SideEffectContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public SideEffectDocument document(SideEffect entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return SideEffectDocument.of(entity, deliveryContext, backlinks);
    }
}
