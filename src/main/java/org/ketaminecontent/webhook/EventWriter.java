package org.ketaminecontent.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.SurrogateKeys;
import org.ketaminecontent.live.ChangeAction;
import org.ketaminecontent.live.ChangeDetails;
import org.ketaminecontent.live.ChangeLogIdentity;
import org.ketaminecontent.live.ContentChanged;
import org.ketaminecontent.live.Corrections;

/** Writes messages of changes. The same change has the same message, whichever replica writes it. */
@ApplicationScoped
class EventWriter {

    /** The language of what is live no more: there is one. */
    private static final String LOCALE = "en";

    private static final int LOG_DIGITS = 8;

    private final RequestFacts facts;
    private final ChangeLogIdentity log;
    private final ObjectMapper mapper;

    EventWriter(RequestFacts facts, ChangeLogIdentity log, ObjectMapper mapper) {
        this.facts = facts;
        this.log = log;
        this.mapper = mapper;
    }

    WebhookMessage of(ChangeDetails.Item change) {
        var collection = collection(change.document());
        var locale = Objects.requireNonNullElse(change.locale(), LOCALE);
        var names = new HashSet<>(change.shown());
        names.addAll(Set.of(change.document(), collection, ContentChanged.LOG));
        if (change.severity() != null) {
            names.add(Corrections.NAME);
        }
        var data = new EventPayload.Data(
                change.entryId(),
                collection,
                slug(change.document()),
                change.formerSlugs(),
                locale,
                change.version(),
                change.number(),
                change.severity(),
                facts.home() + "/" + change.document(),
                facts.home() + "/v1/" + change.document(),
                tags(names),
                change.changedFields());
        var event = event(change);
        var message = message(id(String.valueOf(change.number())), event, change.at());
        message.number = change.number();
        message.collection = collection;
        message.locale = locale;
        message.payload = write(new EventPayload(event, change.at(), data));
        return message;
    }

    private static WebhookEvent event(ChangeDetails.Item change) {
        if (change.action() == ChangeAction.WITHDRAWN) {
            return change.expired() ? WebhookEvent.EXPIRED : WebhookEvent.WITHDRAWN;
        }
        if (change.severity() != null) {
            return WebhookEvent.CORRECTED;
        }
        return change.isNew() ? WebhookEvent.PUBLISHED : WebhookEvent.UPDATED;
    }

    WebhookMessage of(ChangeDetails.Overdue overdue) {
        var collection = collection(overdue.document());
        var at = overdue.due().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var data = new EventPayload.Data(
                overdue.entryId(),
                collection,
                slug(overdue.document()),
                List.of(),
                overdue.locale(),
                overdue.version(),
                overdue.number(),
                null,
                facts.home() + "/" + overdue.document(),
                facts.home() + "/v1/" + overdue.document(),
                tags(Set.of(overdue.document(), collection)),
                List.of("review"));
        var message =
                message(id("overdue_" + overdue.entryId() + "_" + overdue.due()), WebhookEvent.REVIEW_OVERDUE, at);
        message.collection = collection;
        message.locale = overdue.locale();
        message.payload = write(new EventPayload(WebhookEvent.REVIEW_OVERDUE, at, data));
        return message;
    }

    /** An event that nothing but the endpoint is about. */
    WebhookMessage test(UUID endpoint, Instant now) {
        var message = message("msg_test_" + UUID.randomUUID(), WebhookEvent.TEST, now);
        message.payload =
                write(Map.of("type", WebhookEvent.TEST, "timestamp", now, "data", Map.of("endpoint", endpoint)));
        return message;
    }

    private static WebhookMessage message(String id, WebhookEvent event, Instant at) {
        var message = new WebhookMessage();
        message.id = id;
        message.type = event.type();
        message.at = at;
        return message;
    }

    /** Of another database, the same numbers are other messages. */
    String id(String rest) {
        return "msg_" + log.get().name().substring(0, LOG_DIGITS) + "_" + rest;
    }

    static List<String> tags(Set<String> names) {
        return names.stream()
                .flatMap(name -> SurrogateKeys.toPurge(name).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String write(Object payload) {
        try {
            return mapper.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload is plain data", e);
        }
    }

    private static String collection(String document) {
        return document.substring(0, document.indexOf('/'));
    }

    private static String slug(String document) {
        return document.substring(document.indexOf('/') + 1);
    }
}
