package org.ketaminecontent.studio;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Gate;
import org.ketaminecontent.access.Secrets;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** Who sits before the pages: signed in at the provider, or by a key that was pasted. */
@ApplicationScoped
class Session {

    private static final String COOKIE = "studio";
    private static final Duration LENGTH = Duration.ofHours(8);
    private static final Pattern SYNTAX = Pattern.compile("([0-9A-Za-z]{12})\\.(\\d{1,12})\\.([0-9a-f]{64})");
    private static final int ID = 1;
    private static final int EXPIRES = 2;
    private static final int SIGNATURE = 3;

    private final Gate gate;
    private final Secrets secrets;
    private final StudioConfig config;
    private final RequestFacts facts;

    Session(Gate gate, Secrets secrets, StudioConfig config, RequestFacts facts) {
        this.facts = facts;
        this.gate = gate;
        this.secrets = secrets;
        this.config = config;
    }

    /** Empty where nobody is signed in. */
    Optional<Actor> actor(RoutingContext context) {
        gate.refuseClosed();
        return keyHolder(context).or(gate::signedIn);
    }

    private Optional<Actor> keyHolder(RoutingContext context) {
        var cookie = context.request().getCookie(COOKIE);
        var match = SYNTAX.matcher(cookie == null ? "" : cookie.getValue());
        if (!config.keySignIn() || !match.matches()) {
            return Optional.empty();
        }
        boolean current = Long.parseLong(match.group(EXPIRES)) > Instant.now().getEpochSecond();
        return current && secrets.isSigned(signed(match.group(ID), match.group(EXPIRES)), match.group(SIGNATURE))
                ? gate.holder(match.group(ID))
                : Optional.empty();
    }

    private static String signed(String id, String expires) {
        return "studio " + id + " " + expires;
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
        var actor = gate.ofKey(key.strip(), context);
        var id = actor.id().substring("key:".length());
        var expires = String.valueOf(Instant.now().plus(LENGTH).getEpochSecond());
        set(id + "." + expires + "." + secrets.sign(signed(id, expires)), LENGTH.toSeconds(), context);
    }

    void end(RoutingContext context) {
        set("", 0, context);
    }

    private void set(String value, long seconds, RoutingContext context) {
        context.response()
                .addCookie(Cookie.cookie(COOKIE, value)
                        .setPath(facts.path() + "/studio")
                        .setHttpOnly(true)
                        .setSecure(context.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT)
                        .setMaxAge(seconds));
    }

    boolean keysCanBePasted() {
        return config.keySignIn();
    }

    boolean canSignIn() {
        return gate.isSignInPossible();
    }
}
