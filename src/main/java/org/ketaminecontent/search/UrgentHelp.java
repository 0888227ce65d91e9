package org.ketaminecontent.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ketaminecontent.content.CrisisContacts.Contact;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.danger.Danger;
import org.ketaminecontent.danger.DangerKind;
import org.ketaminecontent.danger.DangerRecognition;
import org.ketaminecontent.delivery.AnswerMeta;

/** Finds the contacts for readers in danger: those for the kind of danger first, then those shown everywhere. */
@ApplicationScoped
class UrgentHelp {

    private final DangerRecognition recognition;
    private final AnswerMeta metaMaker;

    UrgentHelp(DangerRecognition recognition, AnswerMeta metaMaker) {
        this.recognition = recognition;
        this.metaMaker = metaMaker;
    }

    Optional<Danger> danger(String asked) {
        return recognition.in(asked);
    }

    UrgentAnswer answer(Danger danger, IndexState state, DeliveryContext deliveryContext) {
        var everywhere = metaMaker.crisis(state.contactsNumber(), deliveryContext);
        return new UrgentAnswer(
                danger.kind(),
                danger.level(),
                danger.language(),
                recognition.notice(danger),
                metaMaker.contacts(contacts(danger.kind(), state), deliveryContext),
                everywhere.all());
    }

    private static List<Contact> contacts(DangerKind kind, IndexState state) {
        return Stream.concat(state.firstContacts().getOrDefault(kind, List.of()).stream(), state.contacts().stream())
                .distinct()
                .toList();
    }
}
