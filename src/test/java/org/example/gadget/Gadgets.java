package org.example.gadget;

import io.quarkus.arc.profile.IfBuildProfile;
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

/** The content type of gadgets. */
@ApplicationScoped
@IfBuildProfile(Gadgets.PROFILE)
public class Gadgets implements ContentType<Gadget, GadgetContent> {

    public static final String COLLECTION = "gadgets";
    public static final String PROFILE = "gadget";

    /** The sort keys of lists. */
    public record Keys(String label, int price, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Gadget";
    }

    @Override
    public String plural() {
        return "Gadgets";
    }

    @Override
    public String purpose() {
        return "Devices that only tests have.";
    }

    @Override
    public int rank() {
        return 8;
    }

    @Override
    public int menuPosition() {
        return 6;
    }

    @Override
    public boolean isArticle() {
        return true;
    }

    @Override
    public Class<Gadget> entityType() {
        return Gadget.class;
    }

    @Override
    public Class<GadgetContent> contentType() {
        return GadgetContent.class;
    }

    @Override
    public Class<GadgetDocument> documentType() {
        return GadgetDocument.class;
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
        return "label";
    }

    @Override
    public String summaryField() {
        return "blurb";
    }

    @Override
    public Set<String> benefitFields() {
        return Set.of("sections", "blurb");
    }

    @Override
    public Set<String> longFields() {
        return Set.of("blurb", "riskSummary");
    }

    @Override
    public Set<String> minorFields() {
        return Set.of("label", "blurb", "body");
    }

    @Override
    public Gadget create() {
        return new Gadget();
    }

    @Override
    public void apply(Gadget entity, GadgetContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public GadgetDocument document(Gadget entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return GadgetDocument.of(entity, deliveryContext);
    }
}
