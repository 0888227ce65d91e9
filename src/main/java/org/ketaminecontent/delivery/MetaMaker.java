package org.ketaminecontent.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.content.Shape;

/** Makes what stands beside every answer. */
@ApplicationScoped
class MetaMaker {

    private static final String LICENCE = "CC-BY-4.0";
    private static final String ATTRIBUTION = "Ketamine Content API contributors, CC BY 4.0";
    private static final String DISCLAIMER =
            "General information only. It does not diagnose, treat or replace advice from a clinician who knows you."
                    + " Do not start, stop or change any medicine because of it. In an emergency call your local"
                    + " emergency number; in the US, call or text 988 in a suicidal or mental health crisis.";
    private static final String REGULATORY_NOTICE =
            "Ketamine is not approved for any mental health condition or for chronic pain in the US. It is approved for"
                    + " anaesthesia only; use for anything else is off-label. Rules vary by country.";
    private static final String CRISIS_NOTICE =
            "If you may be in danger, or think about ending your life, talk to somebody now.";

    private final EntityManager entityManager;
    private final CrisisContacts crisisContacts;

    MetaMaker(EntityManager entityManager, CrisisContacts crisisContacts) {
        this.entityManager = entityManager;
        this.crisisContacts = crisisContacts;
    }

    /** Meta with the keys and the time that go into headers. */
    record Stamp(Meta meta, Set<String> keys, Instant lastModified) {}

    /** @param keys names of the documents and lists that the answer shows */
    Stamp meta(Collection<Document> documents, Set<String> keys, Shape shape, Optional<String> fallback) {
        var allKeys = new HashSet<>(keys);
        var crisis = documents.stream().anyMatch(Document::crisisSupport) ? crisis(shape) : null;
        if (crisis != null) {
            allKeys.add(crisisContacts.collection());
        }
        var latest = latestChange(allKeys);
        var meta = new Meta(
                latest.number(),
                LICENCE,
                new Meta.Attribution(ATTRIBUTION, shape.base()),
                DISCLAIMER,
                REGULATORY_NOTICE,
                crisis,
                fallback.map(asked -> new Meta.Fallback(asked, Languages.DEFAULT, List.of("*")))
                        .orElse(null));
        return new Stamp(meta, allKeys, latest.at());
    }

    private Meta.Crisis crisis(Shape shape) {
        var collection = crisisContacts.collection();
        var contacts = crisisContacts.primary().stream()
                .map(each -> new Meta.Contact(
                        each.name(),
                        each.jurisdiction(),
                        each.call(),
                        each.text(),
                        each.url(),
                        each.hours(),
                        shape.href(collection, each.slug())))
                .toList();
        return new Meta.Crisis(CRISIS_NOTICE, contacts, shape.href(collection));
    }

    private record Latest(long number, Instant at) {}

    /** The latest change to any of these documents, or to anything in these collections. */
    private Latest latestChange(Set<String> keys) {
        var row = entityManager
                .createQuery("""
                        select coalesce(max(number), 0), max(at) from Change
                        where document in :keys or collection in :keys""", Object[].class)
                .setParameter("keys", keys)
                .getSingleResult();
        return new Latest((Long) row[0], row[1] == null ? Instant.EPOCH : (Instant) row[1]);
    }
}
