package org.ketaminecontent.access;

import static java.util.Objects.requireNonNull;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.EditingSwitch;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Authenticates requests and checks rights. */
@ApplicationScoped
public class Authorization implements EditingSwitch {

    private static final String BEARER = "Bearer ";
    private static final Duration PROVIDER_PATIENCE = Duration.ofSeconds(5);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String CLOSED = "Nobody may edit here: no OpenID Connect provider is set up"
            + " (quarkus.oidc.auth-server-url), and there is no key (ketamine-content.access.bootstrap-key).";

    private final ApiKeys keys;
    private final RateLimits limits;
    private final AccessConfig config;
    private final CurrentIdentityAssociation identity;
    private final SignInSessions sessions;
    private final Instance<OidcSession> oidcSession;
    private final boolean signIn;

    protected Authorization(
            ApiKeys keys,
            RateLimits limits,
            AccessConfig config,
            CurrentIdentityAssociation identity,
            SignInSessions sessions,
            Instance<OidcSession> oidcSession,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean signIn) {
        this.keys = keys;
        this.limits = limits;
        this.config = config;
        this.identity = identity;
        this.sessions = sessions;
        this.oidcSession = oidcSession;
        this.signIn = signIn;
    }

    /** Tells whether people can sign in with an OpenID Connect provider. */
    public boolean isSignInPossible() {
        return signIn;
    }

    /** The actor of an admitted request. */
    public static Actor actor(RoutingContext context) {
        return requireNonNull(
                context.<Actor>get(Actor.class.getName()), "the operation states the right that it needs");
    }

    /** Refuses invalid credentials at any address. */
    void check(RoutingContext context) {
        if (context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.put(Actor.class.getName(), bearer(context));
        }
    }

    /** Admits a request whose actor has the right. */
    void admit(Right right, RoutingContext context) {
        Actor actor = context.get(Actor.class.getName());
        if (actor == null) {
            refuseClosed();
            throw unauthenticated("The request has no Authorization header.");
        }
        require(right, actor, context);
    }

    @Override
    public boolean isEditingOn() {
        return signIn || keys.isAnyActive();
    }

    /** Refuses all requests while editing is disabled. */
    public void refuseClosed() {
        if (!isEditingOn()) {
            throw new Failure(ErrorCode.NOT_FOUND, CLOSED);
        }
    }

    /** Requires that an actor has the right to do something. */
    public void require(Right right, Actor actor, RoutingContext context) {
        require(right, actor);
        if (!READING.contains(context.request().method())) {
            limits.write(actor, context);
        }
    }

    /** Requires that an actor has the right to see something. */
    public void require(Right right, Actor actor) {
        if (!actor.may(right)) {
            throw new Failure(
                    ErrorCode.MISSING_RIGHT,
                    "This requires the right to " + right.scope() + ".",
                    List.of(),
                    Map.of("needed", right.scope()));
        }
    }

    private Actor bearer(RoutingContext context) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unauthenticated("The Authorization header must be Bearer with an API key or an access token.");
        }
        var token = header.substring(BEARER.length()).strip();
        return token.startsWith(ApiKeyText.PREFIX) ? ofKey(token, context) : ofAccessToken(token, context);
    }

    /**
     * The actor of a key.
     *
     * @throws Failure if the key is not valid
     */
    public Actor ofKey(String text, RoutingContext context) {
        var key = ApiKeyText.parse(text);
        return key.flatMap(keys::actor).orElseThrow(() -> {
            limits.failed(context, key.map(ApiKeyText::id).orElse(null));
            return unauthenticated("The key is not valid: unknown, misspelled, expired or revoked.");
        });
    }

    /** The actor of the key with this id; empty if it is no longer valid. */
    public Optional<Actor> holder(String keyId) {
        return keys.holder(keyId);
    }

    private Actor ofAccessToken(String token, RoutingContext context) {
        if (AccessTokenCheck.isAccessToken(token)) {
            var person = signedIn();
            if (person.isPresent()) {
                return person.get();
            }
        }
        limits.failed(context, null);
        throw unauthenticated("The access token is not valid.");
    }

    /** The signed-in actor; empty if nobody is signed in. */
    public Optional<Actor> signedIn() {
        return identity().flatMap(this::person);
    }

    private Optional<SecurityIdentity> identity() {
        if (!signIn) {
            return Optional.empty();
        }
        try {
            var found = identity.getDeferredIdentity().await().atMost(PROVIDER_PATIENCE);
            return found.isAnonymous() || isEnded(found) ? Optional.empty() : Optional.of(found);
        } catch (AuthenticationFailedException | AuthenticationCompletionException e) {
            return Optional.empty();
        }
    }

    private boolean isEnded(SecurityIdentity found) {
        return idToken(found).filter(sessions::isSignInEnded).isPresent();
    }

    /** The ID token of a person who signed in on a page; empty if the request has an access token. */
    private static Optional<String> idToken(SecurityIdentity found) {
        return Optional.ofNullable(found.getCredential(IdTokenCredential.class)).map(TokenCredential::getToken);
    }

    /** Ends a session with the provider, if there is one. */
    public void signOut() {
        identity()
                .ifPresent(found -> idToken(found).ifPresent(token -> {
                    var session = oidcSession.get();
                    sessions.endSignIn(token, session.expiresAt());
                    session.logout().await().atMost(PROVIDER_PATIENCE);
                }));
    }

    /** Empty if the token has no subject, since all such people would be one. */
    private Optional<Actor> person(SecurityIdentity found) {
        if (!(found.getPrincipal() instanceof JsonWebToken token)
                || token.getSubject() == null
                || token.getSubject().isBlank()) {
            return Optional.empty();
        }
        var id = "oidc:" + token.getSubject();
        var rights = Role.rightsOf(found.getRoles());
        var name = claim(token, "name");
        boolean reviews = rights.contains(Right.REVIEW);
        return Optional.of(new Actor(
                id,
                name == null ? token.getSubject() : name,
                rights,
                id,
                reviews ? name : null,
                reviews ? claim(token, config.credentialsClaim()) : null));
    }

    private static @Nullable String claim(JsonWebToken token, String name) {
        return token.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
    }

    private static Failure unauthenticated(String message) {
        return new Failure(ErrorCode.UNAUTHENTICATED, message).with("WWW-Authenticate", "Bearer");
    }
}
