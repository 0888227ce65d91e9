package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A sign-in with the provider that somebody ended here: a copy of its cookie must not go on. */
@Entity
public class EndedSignIn extends PanacheEntityBase {

    /** HMAC-SHA256 of the ID token. */
    @Id
    public String digest;

    /** When it would have ended by itself. */
    public Instant expiresAt;

    static void clean(Instant now) {
        delete("expiresAt < ?1", now);
    }
}
