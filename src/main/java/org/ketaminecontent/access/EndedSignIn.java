package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A session with the provider that was ended here, so that a copy of its cookie is refused. */
@Entity
public class EndedSignIn extends PanacheEntityBase {

    /** HMAC-SHA256 of the ID token. */
    @Id
    public String digest;

    /** The time at which it would have expired. */
    public Instant expiresAt;

    static void clean(Instant now) {
        delete("expiresAt < ?1", now);
    }
}
