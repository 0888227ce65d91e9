package org.ketaminecontent.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Optional;
import org.ketaminecontent.content.CrisisContacts;
import org.ketaminecontent.content.DeliveryContext;

/** Builds the {@code meta} object of answers. */
@ApplicationScoped
public class AnswerMeta {

    private static final String LICENCE = "CC-BY-4.0";
    private static final String ATTRIBUTION = "Ketamine Content API contributors, CC BY 4.0";
    private static final String DISCLAIMER =
            "General information only. It does not diagnose, treat or replace advice from a clinician who knows you."
                    + " Do not start, stop or change any medicine because of it. In an emergency call your local"
                    + " emergency number; in the US, call or text 988 in a suicidal or mental health crisis.";
    private static final String REGULATORY_NOTICE =
            "Ketamine is not approved for any mental health condition or for chronic pain in the US. It is approved for"
                    + " anesthesia only; use for anything else is off-label. Rules vary by country.";
    /** For answers of which the full notices would be half. */
    static final String BRIEF_DISCLAIMER =
            "General information, not medical advice. In an emergency call your local emergency number; in the US, call"
                    + " or text 988 in a mental health crisis.";

    static final String BRIEF_REGULATORY_NOTICE =
            "In the US, ketamine is approved for anesthesia only; any other use is off-label.";

    private static final String CRISIS_NOTICE =
            "If you may be in danger, or think about ending your life, talk to somebody now.";

    private final CrisisContacts crisisContacts;
    private volatile Known known = new Known(-1, List.of());

    /** The contacts after a change. */
    private record Known(long number, List<CrisisContacts.Contact> contacts) {}

    AnswerMeta(CrisisContacts crisisContacts) {
        this.crisisContacts = crisisContacts;
    }

    /**
     * Builds the object.
     *
     * @param contentVersion the number of the latest change to anything that the answer shows
     * @param contactsVersion the number of the latest change to the crisis contacts; empty if the answer needs none
     * @param fallback the requested language, if another one is delivered
     */
    public Meta meta(
            long contentVersion,
            Optional<Long> contactsVersion,
            DeliveryContext deliveryContext,
            Optional<String> fallback) {
        return new Meta(
                contentVersion,
                LICENCE,
                new Meta.Attribution(ATTRIBUTION, deliveryContext.base()),
                DISCLAIMER,
                REGULATORY_NOTICE,
                contactsVersion.map(number -> crisis(number, deliveryContext)).orElse(null),
                fallback.map(asked -> new Meta.Fallback(asked, Languages.DEFAULT, List.of("*")))
                        .orElse(null));
    }

    /** Accepts contacts that were obtained without the database, as of the change with this number. */
    public void know(long number, List<CrisisContacts.Contact> contacts) {
        known = new Known(number, contacts);
    }

    /** The contacts change rarely, and are part of most answers. */
    private List<CrisisContacts.Contact> contacts(long number) {
        var present = known;
        if (present.number() != number) {
            present = new Known(number, crisisContacts.primary());
            // In a transaction, the contacts are part of a draft's preview.
            if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
                known = present;
            }
        }
        return present.contacts();
    }

    /** The contacts as of the change with this number, with the notice above them. */
    public Meta.Crisis crisis(long number, DeliveryContext deliveryContext) {
        return new Meta.Crisis(
                Languages.DEFAULT,
                CRISIS_NOTICE,
                contacts(contacts(number), deliveryContext),
                deliveryContext.href(crisisContacts.collection()));
    }

    /** Contacts as shown in an answer. */
    public List<Meta.Contact> contacts(List<CrisisContacts.Contact> contacts, DeliveryContext deliveryContext) {
        var collection = crisisContacts.collection();
        return contacts.stream()
                .map(each -> new Meta.Contact(
                        each.name(),
                        each.jurisdiction(),
                        each.call(),
                        each.text(),
                        each.textKeyword(),
                        each.url(),
                        each.hours(),
                        deliveryContext.href(collection, each.slug())))
                .toList();
    }
}
