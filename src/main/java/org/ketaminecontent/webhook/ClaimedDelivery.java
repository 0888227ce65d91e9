package org.ketaminecontent.webhook;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this process is to make now.
 *
 * @param url sealed
 * @param secret sealed; null where there is none
 * @param formerSecret sealed; null where none signs any more
 * @param text what is sent: the message, or a template's body; null where the kind decides
 * @param firstNumber the changes after this one and up to the next are told of
 * @param number of this attempt, counting from 1
 * @param attempts how many there are with this one, since somebody asked for it to be sent
 */
record ClaimedDelivery(
        UUID id,
        UUID endpointId,
        String messageId,
        WebhookKind kind,
        String url,
        @Nullable String secret,
        @Nullable String formerSecret,
        @Nullable String text,
        long firstNumber,
        long lastNumber,
        int number,
        int attempts) {

    Optional<String> sealedSecret() {
        return Optional.ofNullable(secret);
    }
}
