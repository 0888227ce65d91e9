package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;

/** A pass that stands for a key on the studio's pages for eight hours. Only a digest of it is stored. */
@Entity
public class StudioPass extends PanacheEntityBase {

    static final Duration LENGTH = Duration.ofHours(8);

    /** HMAC-SHA256 of the pass. */
    @Id
    public String digest;

    public String keyId;
    public Instant madeAt;

    boolean isValid(Instant now) {
        return !madeAt.isAfter(now) && madeAt.plus(LENGTH).isAfter(now);
    }

    static void clean(Instant now) {
        delete("madeAt < ?1", now.minus(LENGTH));
    }
}
