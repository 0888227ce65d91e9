package org.ketaminecontent.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.AuditTrail;
import org.ketaminecontent.access.SealedTexts;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.Change;
import org.ketaminecontent.live.DatabaseClock;

/** Makes, changes and removes endpoints, and rotates their secrets. The audit trail tells who did. */
@ApplicationScoped
public class Webhooks {

    /** Each is planned for with every change. */
    static final int MOST = 200;

    /** Standard Webhooks recommends 24 to 64 bytes. */
    private static final int SECRET_BYTES = 32;

    private static final String SECRET_PREFIX = "whsec_";

    private final WebhookRules check;
    private final SealedTexts sealed;
    private final AuditTrail audit;
    private final DatabaseClock clock;
    private final SecureRandom random = new SecureRandom();

    Webhooks(WebhookRules check, SealedTexts sealed, AuditTrail audit, DatabaseClock clock) {
        this.check = check;
        this.sealed = sealed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An endpoint with its new signing secret, which nobody can read again.
     *
     * @param secret null where there is none
     */
    public record Made(WebhookEndpoint endpoint, @Nullable String secret) {

        /** Nothing of the secret: records are printed. */
        @Override
        public String toString() {
            return endpoint.id.toString();
        }
    }

    /** All endpoints, by name. */
    @Transactional
    public List<WebhookEndpoint> all() {
        return WebhookEndpoint.list("order by name, id");
    }

    /** Endpoints that the server disabled, because they are dead or said that they are gone; the latest first. */
    @Transactional
    public List<WebhookEndpoint> disabledByServer() {
        return WebhookEndpoint.list("where disabledAt is not null order by disabledAt desc, id");
    }

    /**
     * The endpoint of this id.
     *
     * @throws Failure where there is none
     */
    @Transactional
    public WebhookEndpoint find(String id) {
        return WebhookEndpoint.<WebhookEndpoint>findByIdOptional(id(id)).orElseThrow(Webhooks::missing);
    }

    /**
     * The id that a text is.
     *
     * @throws Failure where it is none
     */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    static Failure missing() {
        return new Failure(ErrorCode.NOT_FOUND, "There is no such webhook, or nothing of this id was delivered to it.");
    }

    /** Makes an endpoint that is told of what changes from now on. */
    @Transactional
    Made create(Actor actor, WebhookSettings settings) {
        check.check(settings, true);
        if (WebhookEndpoint.count() >= MOST) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("", "there are " + MOST + " webhooks, which is as many as can be")));
        }
        var endpoint = new WebhookEndpoint();
        endpoint.id = UUID.randomUUID();
        endpoint.kind = Objects.requireNonNull(settings.kind());
        endpoint.position = Change.latest();
        endpoint.madeAt = clock.now();
        endpoint.madeBy = actor.name();
        endpoint.tag = 1;
        apply(settings, endpoint);
        var secret = endpoint.kind == WebhookKind.STANDARD ? newSecret() : null;
        if (secret != null) {
            endpoint.secret = sealed.seal(secret);
        }
        endpoint.persist();
        remember(actor, "make-webhook", endpoint);
        return new Made(endpoint, secret);
    }

    /** Changes an endpoint by a JSON merge patch (RFC 7396). */
    @Transactional
    WebhookEndpoint patch(Actor actor, String id, long tag, JsonNode patch) {
        var endpoint = locked(id);
        requireTag(endpoint, tag);
        var settings = WebhookSettings.patched(endpoint, patch);
        if (settings.kind() != endpoint.kind) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("/kind", "cannot be changed")));
        }
        check.check(settings, false);
        WebhookRules.checkPatch(endpoint.kind, patch);
        if (patch.path("token").isNull()) {
            endpoint.secret = null;
        }
        if (endpoint.kind.takesToken() && endpoint.secret != null && settings.token() == null) {
            WebhookRules.checkMove(sealed.open(endpoint.url), settings.url());
        }
        apply(settings, endpoint);
        endpoint.tag++;
        remember(actor, "change-webhook", endpoint);
        return endpoint;
    }

    private void apply(WebhookSettings settings, WebhookEndpoint endpoint) {
        endpoint.name = Objects.requireNonNull(settings.name()).strip();
        endpoint.body = settings.body();
        endpoint.events = WebhookRules.list(settings.events()).stream()
                .map(WebhookEvent::type)
                .distinct()
                .toList();
        endpoint.collections =
                WebhookRules.list(settings.collections()).stream().distinct().toList();
        endpoint.locales = WebhookRules.list(settings.locales()).stream()
                .map(each -> Locale.forLanguageTag(each).toLanguageTag())
                .distinct()
                .toList();
        endpoint.debounceSeconds = endpoint.kind.isBuild()
                ? Objects.requireNonNullElse(settings.debounceSeconds(), WebhookRules.USUAL_DEBOUNCE)
                : 0;
        enable(endpoint, Objects.requireNonNullElse(settings.enabled(), true));
        if (settings.url() != null) {
            endpoint.url = sealed.seal(settings.url());
            endpoint.shownUrl = shown(endpoint.kind, URI.create(settings.url()));
        }
        if (settings.token() != null) {
            endpoint.secret = sealed.seal(settings.token());
        }
    }

    /** Enables or disables an endpoint. One that is enabled again has five days again. */
    private static void enable(WebhookEndpoint endpoint, boolean enabled) {
        if (enabled && !endpoint.enabled) {
            endpoint.disabledReason = null;
            endpoint.disabledAt = null;
            endpoint.failingSince = null;
            endpoint.retryAt = null;
        }
        endpoint.enabled = enabled;
    }

    /** A query may hold a secret anywhere; of a build hook the path does. */
    private static String shown(WebhookKind kind, URI url) {
        var place = url.getScheme() + "://" + url.getRawAuthority();
        return kind == WebhookKind.BUILD_HOOK
                ? place + "/…"
                : place + url.getRawPath() + (url.getRawQuery() == null ? "" : "?…");
    }

    /** Makes a signing secret in place of the present one, which goes on signing beside it for a while. */
    @Transactional
    Made rotate(Actor actor, String id, Duration overlap) {
        var endpoint = locked(id);
        if (endpoint.kind != WebhookKind.STANDARD) {
            throw JsonBodyReader.invalid(List.of(
                    JsonBodyReader.detail("", "a webhook of this kind signs nothing: send a new token or url")));
        }
        var secret = newSecret();
        endpoint.formerSecret = endpoint.secret;
        endpoint.formerSecretUntil = clock.now().plus(overlap);
        endpoint.secret = sealed.seal(secret);
        endpoint.tag++;
        remember(actor, "rotate-webhook", endpoint);
        return new Made(endpoint, secret);
    }

    /** Removes an endpoint and all that is known of what it was told. */
    @Transactional
    void delete(Actor actor, String id) {
        var endpoint = locked(id);
        endpoint.delete();
        remember(actor, "remove-webhook", endpoint);
    }

    private static WebhookEndpoint locked(String id) {
        return WebhookEndpoint.locked(id(id)).orElseThrow(Webhooks::missing);
    }

    private static void requireTag(WebhookEndpoint endpoint, long tag) {
        if (endpoint.tag != tag) {
            throw new Failure(
                    ErrorCode.STALE_VERSION,
                    "The webhook has changed since: read it again, and decide.",
                    List.of(),
                    Map.of("currentETag", "\"v" + endpoint.tag + "\""));
        }
    }

    private void remember(Actor actor, String action, WebhookEndpoint endpoint) {
        audit.add(actor, List.of(act(action, endpoint)));
    }

    static AuditTrail.Act act(String action, WebhookEndpoint endpoint) {
        var detail = Map.of("name", endpoint.name, "kind", endpoint.kind.text(), "url", endpoint.shownUrl);
        return new AuditTrail.Act(action, endpoint.id.toString(), null, detail, null, null);
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
