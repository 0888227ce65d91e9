package org.ketaminecontent.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key. Only a digest of the key is stored. */
@Entity
public class ApiKey extends PanacheEntityBase {

    /** The prefix of the id of an actor that is a key. */
    static final String PREFIX = "key:";

    /** The part of the key between its underscores. */
    @Id
    public String id;

    /** HMAC-SHA256 of the key's secret. */
    public String digest;

    public String name;

    /** Names of {@link Right}s. */
    public List<String> rights;

    /** The person who holds it and signs reviews with it. */
    public @Nullable String reviewerName;

    public @Nullable String reviewerCredentials;

    /** The id of the person behind it: for a key made by a bootstrap key, the first key of that person. */
    public String madeBy;

    public Instant madeAt;
    public @Nullable Instant expiresAt;
    public @Nullable Instant revokedAt;

    /** The key that replaces it. */
    public @Nullable String replacedBy;

    public @Nullable LocalDate lastUsedOn;

    /** True if it is a bootstrap key. */
    public boolean bootstrap;

    boolean isActive(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    Set<Right> rightSet() {
        var set = EnumSet.noneOf(Right.class);
        rights.forEach(each -> set.add(Right.valueOf(each)));
        return set;
    }

    Actor actor() {
        var set = rightSet();
        boolean reviews = set.contains(Right.REVIEW);
        return new Actor(
                PREFIX + id, name, set, madeBy, reviews ? reviewerName : null, reviews ? reviewerCredentials : null);
    }

    /** The key of an actor; empty if the actor is not a key. */
    static Optional<ApiKey> of(Actor actor) {
        return actor.keyId().flatMap(id -> ApiKey.<ApiKey>findByIdOptional(id));
    }

    /** The first key of the person with this name, compared as {@link PersonName} does. */
    static Optional<ApiKey> ofPerson(String name) {
        return ApiKey.<ApiKey>list("reviewerName is not null order by madeAt, id").stream()
                .filter(key -> PersonName.isSame(key.reviewerName, name))
                .findFirst();
    }

    static boolean isAnyActive(Instant now) {
        return count("revokedAt is null and (expiresAt is null or expiresAt > ?1)", now) > 0;
    }
}
