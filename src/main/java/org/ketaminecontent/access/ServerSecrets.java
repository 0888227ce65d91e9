package org.ketaminecontent.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signs texts with the server's secret. */
@ApplicationScoped
public class ServerSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final AccessConfig config;
    private final EntityManager entityManager;
    private volatile @Nullable SecretKeySpec secret;
    private volatile @Nullable SecretKeySpec kept;

    protected ServerSecrets(AccessConfig config, EntityManager entityManager) {
        this.config = config;
        this.entityManager = entityManager;
    }

    /** HMAC-SHA256 (RFC 2104) of a text, in hexadecimal. */
    @Transactional
    public String sign(String text) {
        return hmac(secret(), text);
    }

    /** Tells whether the secret is configured outside the database, so that readers of the database do not know it. */
    public boolean isFromOutside() {
        return config.secret().isPresent();
    }

    /** The configured secret, followed by earlier ones. */
    List<SecretKeySpec> fromOutside() {
        return Stream.concat(
                        config.secret().stream(),
                        config.formerSecrets().stream().flatMap(List::stream))
                .map(ServerSecrets::spec)
                .toList();
    }

    /** Every secret that something may have been made with: the present one, those before it, and the database's own. */
    @Transactional
    List<SecretKeySpec> all() {
        return Stream.of(Stream.of(secret()), fromOutside().stream(), Stream.of(kept()))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }

    static String hmac(SecretKeySpec secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** Verifies the signature of a text in constant time. */
    public boolean isSigned(String text, String signature) {
        return MessageDigest.isEqual(
                sign(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private SecretKeySpec secret() {
        var present = secret;
        if (present == null) {
            present = config.secret().map(ServerSecrets::spec).orElseGet(this::kept);
            secret = present;
        }
        return present;
    }

    static SecretKeySpec spec(String text) {
        if (text.length() < BYTES) {
            throw new IllegalStateException(
                    "ketamine-content.access.secret must have " + BYTES + " characters or more");
        }
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The secret stored in the database. */
    private SecretKeySpec kept() {
        var present = kept;
        if (present == null) {
            // Whatever comes of the caller's transaction, what is remembered here stays in the database.
            present = spec(QuarkusTransaction.requiringNew().call(this::read));
            kept = present;
        }
        return present;
    }

    /** Reads it; the first process makes it. */
    private String read() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        entityManager
                .createNativeQuery("insert into server_secret (secret) values (:secret) on conflict do nothing")
                .setParameter("secret", HexFormat.of().formatHex(bytes))
                .executeUpdate();
        return (String) entityManager
                .createNativeQuery("select secret from server_secret", String.class)
                .getSingleResult();
    }
}
