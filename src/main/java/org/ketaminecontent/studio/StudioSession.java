package org.ketaminecontent.studio;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.SignInSessions;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** Tells who uses the pages: somebody signed in at the provider, or the holder of a pasted key. */
@ApplicationScoped
class StudioSession {

    private static final String COOKIE = "studio";

    /** Browsers let nobody but this site set a cookie of that name, and send it over TLS alone (RFC 6265bis). */
    private static final String SECURE_COOKIE = "__Host-studio";

    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final Authorization authorization;
    private final SignInSessions sessions;
    private final StudioConfig config;
    private final RequestFacts facts;

    StudioSession(Authorization authorization, SignInSessions sessions, StudioConfig config, RequestFacts facts) {
        this.authorization = authorization;
        this.sessions = sessions;
        this.config = config;
        this.facts = facts;
    }

    /** Empty where nobody is signed in. */
    Optional<Actor> actor(RoutingContext context) {
        authorization.refuseClosed();
        return pass(context)
                .filter(pass -> config.keySignIn())
                .flatMap(sessions::holder)
                .or(authorization::signedIn);
    }

    private Optional<String> pass(RoutingContext context) {
        return Optional.ofNullable(context.request().getCookie(name(isSecure(context))))
                .map(Cookie::getValue)
                .filter(pass -> SYNTAX.matcher(pass).matches());
    }

    /**
     * Begins with a key that was pasted. The browser keeps a pass, not the key; it ends with the key.
     *
     * @throws Failure where the key is not valid, or keys cannot be pasted here
     */
    void begin(String key, RoutingContext context) {
        if (!config.keySignIn()) {
            throw new Failure(ErrorCode.NOT_FOUND, "Keys cannot be pasted here.");
        }
        pass(context).ifPresent(sessions::end);
        set(sessions.begin(authorization.ofKey(key.strip(), context)), SignInSessions.SECONDS, context);
    }

    /** Ends it here, and not in the browser alone: a copy of the pass opens nothing any more. */
    void end(RoutingContext context) {
        pass(context).ifPresent(sessions::end);
        set("", 0, context);
        authorization.signOut();
    }

    private boolean isSecure(RoutingContext context) {
        return facts.base(context).startsWith("https:");
    }

    private static String name(boolean secure) {
        return secure ? SECURE_COOKIE : COOKIE;
    }

    private void set(String value, long seconds, RoutingContext context) {
        boolean secure = isSecure(context);
        context.response()
                .addCookie(Cookie.cookie(name(secure), value)
                        .setPath(secure ? "/" : facts.editorsPath() + "/studio")
                        .setHttpOnly(true)
                        .setSecure(secure)
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }

    boolean keysCanBePasted() {
        return config.keySignIn();
    }

    boolean canSignIn() {
        return authorization.isSignInPossible();
    }
}
