package org.ketaminecontent.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** Sessions of people on pages. The server stores them, so that it can end them. */
@ApplicationScoped
public class SignInSessions {

    /** The length of a session. */
    public static final long SECONDS = StudioPass.LENGTH.toSeconds();

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final ServerSecrets secrets;
    private final ApiKeys keys;
    private final Clock clock;

    protected SignInSessions(ServerSecrets secrets, ApiKeys keys, Clock clock) {
        this.secrets = secrets;
        this.keys = keys;
        this.clock = clock;
    }

    /** Begins a session for the holder of a key, and returns the pass for the browser's cookie. */
    @Transactional
    public String begin(Actor keyHolder) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StudioPass.clean(now);
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var pass = new StudioPass();
        pass.digest = passDigest(text);
        pass.keyId = keyHolder.keyId().orElseThrow();
        pass.madeAt = now;
        pass.persist();
        return text;
    }

    /** The holder of the key of this pass; empty if the pass or the key is no longer valid. */
    @Transactional
    public Optional<Actor> holder(String pass) {
        return StudioPass.<StudioPass>findByIdOptional(passDigest(pass))
                .filter(each -> each.isValid(clock.instant()))
                .flatMap(each -> keys.holder(each.keyId));
    }

    @Transactional
    public void end(String pass) {
        StudioPass.deleteById(passDigest(pass));
    }

    private String passDigest(String pass) {
        return secrets.sign("studio pass " + pass);
    }

    @Transactional
    void endSignIn(String idToken, Instant expiresAt) {
        EndedSignIn.clean(clock.instant());
        var digest = signInDigest(idToken);
        if (EndedSignIn.findById(digest) == null) {
            var ended = new EndedSignIn();
            ended.digest = digest;
            ended.expiresAt = expiresAt;
            ended.persist();
        }
    }

    @Transactional
    boolean isSignInEnded(String idToken) {
        return EndedSignIn.findById(signInDigest(idToken)) != null;
    }

    private String signInDigest(String idToken) {
        return secrets.sign("sign-in " + idToken);
    }
}
