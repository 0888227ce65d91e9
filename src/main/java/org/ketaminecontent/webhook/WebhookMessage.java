package org.ketaminecontent.webhook;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it is told, in the same words to everybody and at every attempt. */
@Entity
public class WebhookMessage extends PanacheEntityBase {

    /** The {@code webhook-id}. */
    @Id
    public String id;

    /** The change that it tells of; null where it is none. */
    public @Nullable Long number;

    public String type;

    /** Null where it is about no document. */
    public @Nullable String collection;

    public @Nullable String locale;

    /** JSON. */
    public String payload;

    public Instant at;
}
