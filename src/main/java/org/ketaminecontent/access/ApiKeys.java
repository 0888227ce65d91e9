package org.ketaminecontent.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Creates, rotates and verifies API keys. */
@ApplicationScoped
public class ApiKeys {

    private final ServerSecrets secrets;
    private final KeyAudit audit;
    private final Clock clock;
    private final boolean signIn;

    protected ApiKeys(
            ServerSecrets secrets,
            KeyAudit audit,
            Clock clock,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean signIn) {
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
        this.signIn = signIn;
    }

    /**
     * A new key with its text, which cannot be read again.
     *
     * @param text the key as its holder sends it
     */
    public record Made(ApiKey key, String text) {

        /** Omits the text, because records are printed. */
        @Override
        public String toString() {
            return key.id;
        }
    }

    /**
     * A requested key.
     *
     * @param reviewerName the name under which it signs reviews, if it may
     */
    record Wanted(
            String name,
            Set<Right> rights,
            @Nullable Instant expiresAt,
            @Nullable String reviewerName,
            @Nullable String credentials) {}

    /** The actor of this key; empty if the key is unknown or no longer valid. */
    @Transactional
    Optional<Actor> actor(ApiKeyText key) {
        var found = ApiKey.<ApiKey>findByIdOptional(key.id());
        // The digest is also computed for unknown keys, so that timing reveals nothing.
        boolean right =
                secrets.isSigned(key.secret(), found.map(each -> each.digest).orElse(""));
        return found.filter(each -> right && each.isActive(clock.instant())).map(each -> {
            var today = LocalDate.now(clock);
            if (!today.equals(each.lastUsedOn)) {
                each.lastUsedOn = today;
            }
            return each.actor();
        });
    }

    /** The actor of the key with this id; empty if it is no longer valid. */
    @Transactional
    Optional<Actor> holder(String id) {
        return ApiKey.<ApiKey>findByIdOptional(id)
                .filter(key -> key.isActive(clock.instant()))
                .map(ApiKey::actor);
    }

    /** Makes a key for somebody. It cannot have more rights than its maker, nor last longer. */
    @Transactional
    Made make(Actor maker, Wanted wanted) {
        requireRights(maker, wanted.rights());
        var made = isOfStart(maker) ? introduce(wanted) : makeOwn(maker, wanted);
        made.key().persist();
        audit.add(maker, "make-key", made.key());
        return made;
    }

    private static void requireRights(Actor actor, Set<Right> rights) {
        rights.stream().filter(right -> !actor.may(right)).findFirst().ifPresent(right -> {
            throw exceeding(right.scope());
        });
    }

    private static Failure exceeding(String what) {
        return refused("A key cannot have more rights than its maker: " + what + ".", what);
    }

    private static Failure refused(String message, String needed) {
        return new Failure(ErrorCode.MISSING_RIGHT, message, List.of(), Map.of("needed", needed));
    }

    private static boolean isOfStart(Actor maker) {
        return ApiKey.of(maker).filter(key -> key.bootstrap).isPresent();
    }

    /**
     * Without a provider, the operator of the server identifies people. A name has one owner, whatever the number of
     * keys.
     */
    private Made introduce(Wanted wanted) {
        var name = wanted.reviewerName();
        if (signIn && wanted.rights().contains(Right.REVIEW)) {
            throw refused(
                    "Reviewers sign in with the OpenID Connect provider; the bootstrap key cannot make keys that"
                            + " sign reviews.",
                    "the reviewer's own sign-in");
        }
        var made = make(wanted, "", false);
        var key = made.key();
        key.madeBy = Optional.ofNullable(name)
                .flatMap(ApiKey::ofPerson)
                .map(first -> first.madeBy)
                .orElse(ApiKey.PREFIX + key.id);
        key.reviewerName = name;
        key.reviewerCredentials = wanted.credentials();
        return made;
    }

    private Made makeOwn(Actor maker, Wanted wanted) {
        boolean namesAnother =
                wanted.reviewerName() != null && !wanted.reviewerName().equals(maker.reviewerName())
                        || wanted.credentials() != null && !wanted.credentials().equals(maker.credentials());
        if (namesAnother) {
            throw exceeding("a review signed by another person");
        }
        var made = make(wanted, maker.owner(), false);
        var key = made.key();
        key.expiresAt = withinMakers(maker, wanted.expiresAt());
        key.reviewerName = maker.reviewerName();
        key.reviewerCredentials = maker.credentials();
        return made;
    }

    private static @Nullable Instant withinMakers(Actor maker, @Nullable Instant wanted) {
        var latest = ApiKey.of(maker).map(key -> key.expiresAt).orElse(null);
        if (latest == null || wanted != null && !wanted.isAfter(latest)) {
            return wanted;
        }
        if (wanted != null) {
            throw exceeding("anything after " + latest);
        }
        return latest;
    }

    private Made make(Wanted wanted, String owner, boolean bootstrap) {
        var text = ApiKeyText.make();
        var key = new ApiKey();
        key.id = text.id();
        key.digest = secrets.sign(text.secret());
        key.name = wanted.name();
        key.rights = wanted.rights().stream().sorted().map(Enum::name).toList();
        key.madeBy = owner;
        key.madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        key.expiresAt = wanted.expiresAt();
        key.bootstrap = bootstrap;
        return new Made(key, text.text());
    }

    /**
     * Makes a key in place of another one, which remains valid until the given time. It requires the key itself or its
     * owner's own sign-in, because anybody else would get a key that signs in the owner's name.
     */
    @Transactional
    Made rotate(Actor actor, String id, Instant oldValidUntil) {
        var old = find(id);
        if (!actor.id().equals(ApiKey.PREFIX + id) && !actor.id().equals(old.madeBy)) {
            throw refused(
                    "A key can be rotated with itself or by the person who made it; an admin can revoke it.",
                    "the key itself");
        }
        if (!old.isActive(clock.instant())) {
            throw new Failure(ErrorCode.IMPOSSIBLE_STEP, "The key is no longer active; make a new one.");
        }
        requireRights(actor, old.rightSet());
        var made = make(new Wanted(old.name, old.rightSet(), old.expiresAt, null, null), old.madeBy, old.bootstrap);
        made.key().reviewerName = old.reviewerName;
        made.key().reviewerCredentials = old.reviewerCredentials;
        made.key().persist();
        old.replacedBy = made.key().id;
        old.expiresAt = old.expiresAt == null || oldValidUntil.isBefore(old.expiresAt) ? oldValidUntil : old.expiresAt;
        audit.add(actor, "rotate-key", old);
        return made;
    }

    @Transactional
    ApiKey revoke(Actor actor, String id) {
        var key = find(id);
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            audit.add(actor, "revoke-key", key);
        }
        return key;
    }

    ApiKey find(String id) {
        return ApiKey.<ApiKey>findByIdOptional(id)
                .orElseThrow(() -> new Failure(ErrorCode.NOT_FOUND, "There is no key with this id."));
    }

    List<ApiKey> all() {
        return ApiKey.list("order by madeAt desc, id");
    }

    /** Tells whether there is an active key. */
    @Transactional
    boolean isAnyActive() {
        return ApiKey.isAnyActive(clock.instant());
    }

    /** Makes the bootstrap key; empty if none is wanted or one exists. */
    @Transactional
    public Optional<Made> bootstrap(AccessConfig.Bootstrap mode) {
        if (mode == AccessConfig.Bootstrap.NONE) {
            return Optional.empty();
        }
        List<ApiKey> present = ApiKey.list("bootstrap");
        present.removeIf(key -> !key.isActive(clock.instant()));
        if (mode == AccessConfig.Bootstrap.MAKE && !present.isEmpty()) {
            return Optional.empty();
        }
        present.forEach(key -> revoke(Actor.SYSTEM, key.id));
        var wanted = new Wanted("Bootstrap key", EnumSet.allOf(Right.class), null, null, null);
        var made = make(wanted, Actor.START, true);
        made.key().persist();
        audit.add(Actor.SYSTEM, "make-key", made.key());
        return Optional.of(made);
    }
}
