package org.ketaminecontent.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that is told of changes. */
@Entity
public class WebhookEndpoint extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public WebhookKind kind;

    /** The address, sealed. */
    public String url;

    /** As much of it as may be shown. */
    public String shownUrl;

    /** The signing secret of a standard webhook, or the token of another kind, sealed; null where there is none. */
    public @Nullable String secret;

    /** The signing secret before, which still signs for a while, sealed. */
    public @Nullable String formerSecret;

    public @Nullable Instant formerSecretUntil;

    /** The body that a template sends. */
    public @Nullable String body;

    /** Types of events; none for all. */
    public List<String> events;

    /** None for all. */
    public List<String> collections;

    /** BCP 47 tags; none for all. */
    public List<String> locales;

    public int debounceSeconds;
    public boolean enabled;

    /** The reason for which the server disabled it; null if it did not. */
    public @Nullable String disabledReason;

    /** The time at which the server disabled it; null if it did not. */
    public @Nullable Instant disabledAt;

    /** Counts changes that people make to it. */
    public long tag;

    /** The number of the change up to which deliveries are planned. */
    public long position;

    /** Null while deliveries succeed. */
    public @Nullable Instant failingSince;

    /** While it fails, nothing is tried before; null where something may be. */
    public @Nullable Instant retryAt;

    public Instant madeAt;
    public String madeBy;

    static Optional<WebhookEndpoint> locked(UUID id) {
        return WebhookEndpoint.<WebhookEndpoint>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
