package org.ketaminecontent.crisis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ketaminecontent.content.Backlinks;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.SortKeys;
import org.ketaminecontent.danger.DangerKind;

/** The content type of crisis resources. */
@ApplicationScoped
public class CrisisResources implements ContentType<CrisisResource, CrisisResourceContent>, CrisisContacts {

    public static final String COLLECTION = "crisis-resources";

    /** The sort keys of lists. */
    public record Keys(int position, String name, String slug, Instant publishedAt, Instant updatedAt, UUID id)
            implements SortKeys {}

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String singular() {
        return "Crisis contact";
    }

    @Override
    public String plural() {
        return "Crisis contacts";
    }

    @Override
    public String purpose() {
        return "Whom to call or text, by country.";
    }

    @Override
    public int rank() {
        return 7;
    }

    /** Readers in danger see contacts above all hits; others search for something else. */
    @Override
    public double searchWeight() {
        return 0.7;
    }

    @Override
    public boolean isSource() {
        return true;
    }

    @Override
    public Class<CrisisResource> entityType() {
        return CrisisResource.class;
    }

    @Override
    public Class<CrisisResourceContent> contentType() {
        return CrisisResourceContent.class;
    }

    @Override
    public Class<CrisisResourceDocument> documentType() {
        return CrisisResourceDocument.class;
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
        return "name";
    }

    @Override
    public CrisisResource create() {
        return new CrisisResource();
    }

    @Override
    public void apply(CrisisResource entity, CrisisResourceContent content, Citations citations, LiveEntries library) {
        entity.apply(content, citations, library);
    }

    @Override
    public CrisisResourceDocument document(
            CrisisResource entity, DeliveryContext deliveryContext, Backlinks backlinks) {
        return CrisisResourceDocument.of(entity, deliveryContext, backlinks);
    }

    @Override
    public List<Contact> primary() {
        return contacts(CrisisResource.listPrimary());
    }

    @Override
    public List<Contact> firstIn(DangerKind danger) {
        return contacts(CrisisResource.listFor(danger));
    }

    private static List<Contact> contacts(List<CrisisResource> resources) {
        return resources.stream()
                .map(each -> new Contact(
                        each.slug,
                        each.name,
                        each.jurisdiction,
                        each.call,
                        each.text,
                        each.textKeyword,
                        each.url,
                        each.hours))
                .toList();
    }
}
