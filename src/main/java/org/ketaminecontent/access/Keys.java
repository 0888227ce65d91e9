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
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.AuditTrail.Act;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Makes keys and tells whose a key is. */
@ApplicationScoped
public class Keys {

    private final Secrets secrets;
    private final AuditTrail audit;

    protected Keys(Secrets secrets, AuditTrail audit) {
        this.secrets = secrets;
        this.audit = audit;
    }

    /**
     * A key with its text, which nobody can read again.
     *
     * @param text what its holder sends
     */
    public record Made(ApiKey key, String text) {

        /** Nothing of the text: records are printed. */
        @Override
        public String toString() {
            return key.id;
        }
    }

    /**
     * A key that is wanted.
     *
     * @param reviewerName whose word it gives, where it may approve
     */
    record Wanted(
            String name,
            Set<Right> rights,
            @Nullable Instant expiresAt,
            @Nullable String reviewerName,
            @Nullable String credentials) {}

    /** Whose key this is; empty where it is nobody's, or is not valid any more. */
    @Transactional
    Optional<Actor> actor(KeyText key) {
        var found = ApiKey.<ApiKey>findByIdOptional(key.id());
        // With no such key the digest is computed as well: the time must not tell.
        boolean right =
                secrets.isSigned(key.secret(), found.map(each -> each.digest).orElse(""));
        return found.filter(each -> right && each.isActive(Instant.now())).map(each -> {
            var today = LocalDate.now(Clock.systemUTC());
            if (!today.equals(each.lastUsedOn)) {
                each.lastUsedOn = today;
            }
            return each.actor();
        });
    }

    /** Who holds the key of this id; empty where it is not valid any more. */
    @Transactional
    Optional<Actor> holder(String id) {
        return ApiKey.<ApiKey>findByIdOptional(id)
                .filter(key -> key.isActive(Instant.now()))
                .map(ApiKey::actor);
    }

    /** A key made by somebody, who cannot give away more than they have. */
    @Transactional
    Made make(Actor maker, Wanted wanted) {
        for (var right : wanted.rights()) {
            if (!maker.may(right)) {
                throw exceeding(right.scope());
            }
        }
        boolean speaksForItself = isBootstrap(maker);
        var reviewer = speaksForItself ? wanted.reviewerName() : maker.reviewerName();
        var credentials = speaksForItself ? wanted.credentials() : maker.credentials();
        boolean namesAnother =
                wanted.reviewerName() != null && !wanted.reviewerName().equals(reviewer)
                        || wanted.credentials() != null && !wanted.credentials().equals(credentials);
        if (namesAnother) {
            throw exceeding("a review signed by anybody else");
        }
        var made = make(wanted, maker.owner(), false);
        if (speaksForItself) {
            made.key().madeBy = "key:" + made.key().id;
        }
        if (wanted.rights().contains(Right.REVIEW)) {
            made.key().reviewerName = reviewer;
            made.key().reviewerCredentials = credentials;
        }
        made.key().persist();
        remember(maker, "make-key", made.key());
        return made;
    }

    private static Failure exceeding(String what) {
        return new Failure(
                ErrorCode.MISSING_RIGHT,
                "A key cannot do what its maker cannot: " + what + ".",
                List.of(),
                Map.of("needed", what));
    }

    /** Keys of a start belong to nobody: those that they make each stand for somebody of their own. */
    private static boolean isBootstrap(Actor maker) {
        return maker.id().startsWith("key:")
                && ApiKey.<ApiKey>findByIdOptional(maker.id().substring("key:".length()))
                        .filter(key -> key.bootstrap)
                        .isPresent();
    }

    private Made make(Wanted wanted, String owner, boolean bootstrap) {
        var text = KeyText.make();
        var key = new ApiKey();
        key.id = text.id();
        key.digest = secrets.sign(text.secret());
        key.name = wanted.name();
        key.rights = wanted.rights().stream().sorted().map(Enum::name).toList();
        key.madeBy = owner;
        key.madeAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        key.expiresAt = wanted.expiresAt();
        key.bootstrap = bootstrap;
        return new Made(key, text.text());
    }

    /** Makes a new key in place of one, which goes on being valid until the given time. */
    @Transactional
    Made rotate(Actor actor, String id, Instant oldValidUntil) {
        var old = find(id);
        if (!old.isActive(Instant.now())) {
            throw new Failure(ErrorCode.IMPOSSIBLE_STEP, "The key is not active any more; make a new one.");
        }
        for (var right : old.rightSet()) {
            if (!actor.may(right)) {
                throw exceeding(right.scope());
            }
        }
        var made = make(new Wanted(old.name, old.rightSet(), old.expiresAt, null, null), old.madeBy, old.bootstrap);
        made.key().reviewerName = old.reviewerName;
        made.key().reviewerCredentials = old.reviewerCredentials;
        made.key().persist();
        old.replacedBy = made.key().id;
        old.expiresAt = old.expiresAt == null || oldValidUntil.isBefore(old.expiresAt) ? oldValidUntil : old.expiresAt;
        remember(actor, "rotate-key", old);
        return made;
    }

    @Transactional
    ApiKey revoke(Actor actor, String id) {
        var key = find(id);
        if (key.revokedAt == null) {
            key.revokedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
            remember(actor, "revoke-key", key);
        }
        return key;
    }

    ApiKey find(String id) {
        return ApiKey.<ApiKey>findByIdOptional(id)
                .orElseThrow(() -> new Failure(ErrorCode.NOT_FOUND, "There is no key of this id."));
    }

    List<ApiKey> all() {
        return ApiKey.list("order by madeAt desc, id");
    }

    /** Whether anybody holds a key. */
    @Transactional
    boolean isAnyActive() {
        return ApiKey.isAnyActive(Instant.now());
    }

    /** The key that a start makes; empty where one is not wanted or there is one. */
    @Transactional
    public Optional<Made> bootstrap(AccessConfig.Bootstrap mode) {
        if (mode == AccessConfig.Bootstrap.NONE) {
            return Optional.empty();
        }
        var now = Instant.now();
        List<ApiKey> present = ApiKey.<ApiKey>list("bootstrap").stream()
                .filter(key -> key.isActive(now))
                .toList();
        if (mode == AccessConfig.Bootstrap.MAKE && !present.isEmpty()) {
            return Optional.empty();
        }
        present.forEach(key -> key.revokedAt = now);
        var wanted = new Wanted("Bootstrap key", EnumSet.allOf(Right.class), null, null, null);
        var made = make(wanted, Actor.SYSTEM.id(), true);
        made.key().madeBy = "key:" + made.key().id;
        made.key().persist();
        remember(Actor.SYSTEM, "make-key", made.key());
        return Optional.of(made);
    }

    private void remember(Actor actor, String action, ApiKey key) {
        var detail = Map.of("name", key.name, "rights", String.join(" ", key.rights));
        audit.add(actor, List.of(new Act(action, "key:" + key.id, null, detail, null, null)));
    }
}
