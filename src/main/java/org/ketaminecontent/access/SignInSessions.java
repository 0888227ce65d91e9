package org.ketaminecontent.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/** Sessions on pages. The server knows them all, so that it can end them. */
@ApplicationScoped
public class SignInSessions {

    /** How long one lasts. */
    public static final long SECONDS = StudioPass.LENGTH.toSeconds();

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final ServerSecrets secrets;
    private final ApiKeys keys;

    protected SignInSessions(ServerSecrets secrets, ApiKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /** Begins one for the holder of a key, and returns the pass that the browser is to send. */
    @Transactional
    public String begin(Actor keyHolder) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
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

    /** The holder of a key who was given this pass; empty where it, or the key, is not valid any more. */
    @Transactional
    public Optional<Actor> holder(String pass) {
        return StudioPass.<StudioPass>findByIdOptional(passDigest(pass))
                .filter(each -> each.isValid(Instant.now()))
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
        EndedSignIn.clean(Instant.now());
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
