package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something that somebody did. Each entry holds the digest of the one before it. */
@Entity
public class AuditEntry extends PanacheEntityBase {

    /** What stands in place of a digest before the first entry. */
    static final String BEGINNING = "0".repeat(64);

    /** Counts from 1, without gaps. */
    @Id
    public long number;

    public Instant at;
    public String actor;
    public String actorName;

    /** Such as {@code publish}. */
    public String action;

    /** The id of the document or key that it was done to. */
    public String subject;

    public @Nullable Integer revision;

    /** What else there is to say, as a JSON object. */
    public String detail;

    /** SHA-256 of the content before and after. */
    public @Nullable String beforeDigest;

    public @Nullable String afterDigest;

    /** The digest of the entry before. */
    public String previous;

    /** Names the secret that {@link #digest} is made with; null where none from outside the database was set. */
    public @Nullable String keyId;

    /** HMAC-SHA256 of all of the above with that secret; SHA-256 of it where there is none. */
    public String digest;

    static Optional<AuditEntry> last() {
        return find("order by number desc").firstResultOptional();
    }

    /** All that the digest covers. */
    String text() {
        var parts = Stream.of(
                number, at, actor, actorName, action, subject, revision, detail, beforeDigest, afterDigest, previous);
        // Lengths keep the parts apart, so that nothing can move from one to the next.
        return Stream.concat(parts, Stream.ofNullable(keyId))
                .map(String::valueOf)
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining());
    }
}
