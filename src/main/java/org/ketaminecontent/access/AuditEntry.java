package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. Each contains the digest of the entry before it. */
@Entity
public class AuditEntry extends PanacheEntityBase {

    /** The {@link #previous} digest of the first entry. */
    static final String BEGINNING = "0".repeat(64);

    /** The number of the entry, from 1 without gaps. */
    @Id
    public long number;

    public Instant at;
    public String actor;
    public String actorName;

    /** Such as {@code publish}. */
    public String action;

    /** The id of the document or key concerned. */
    public String subject;

    public @Nullable Integer revision;

    /** Further details, as a JSON object. */
    public String detail;

    /** SHA-256 of the content before and after. */
    public @Nullable String beforeDigest;

    public @Nullable String afterDigest;

    /** The digest of the previous entry. */
    public String previous;

    /** The id of the secret of {@link #digest}; null if none was configured. */
    public @Nullable String keyId;

    /** HMAC-SHA256 of all of the above with that secret; SHA-256 without one. */
    public String digest;

    static Optional<AuditEntry> last() {
        return find("order by number desc").firstResultOptional();
    }

    /** The text that the digest covers. */
    String text() {
        var parts = Stream.of(
                number, at, actor, actorName, action, subject, revision, detail, beforeDigest, afterDigest, previous);
        // Lengths separate the parts, so that no text can move from one to the next.
        return Stream.concat(parts, Stream.ofNullable(keyId))
                .map(String::valueOf)
                .map(each -> each.length() + ":" + each)
                .collect(Collectors.joining());
    }
}
