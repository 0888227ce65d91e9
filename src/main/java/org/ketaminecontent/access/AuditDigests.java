package org.ketaminecontent.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Computes digests of audit entries. With a secret from outside the database they are HMACs (RFC 2104), which nobody
 * with mere access to the database can forge.
 */
@Singleton
class AuditDigests {

    private static final int KEY_ID_LENGTH = 16;

    private final Map<String, SecretKeySpec> secrets = new LinkedHashMap<>();
    private final @Nullable String keyId;

    AuditDigests(ServerSecrets secrets) {
        secrets.fromOutside().forEach(each -> this.secrets.put(id(each), each));
        keyId = secrets.isFromOutside() ? this.secrets.keySet().iterator().next() : null;
    }

    private static String id(SecretKeySpec secret) {
        return ServerSecrets.hmac(secret, "audit key").substring(0, KEY_ID_LENGTH);
    }

    /** The id of the secret for new entries; null if there is none. */
    @Nullable
    String keyId() {
        return keyId;
    }

    void seal(AuditEntry entry) {
        entry.keyId = keyId;
        entry.digest = of(entry).orElseThrow();
    }

    /** The expected digest of an entry; empty if its secret is not configured. */
    Optional<String> of(AuditEntry entry) {
        if (entry.keyId == null) {
            return Optional.of(sha256(entry.text()));
        }
        return Optional.ofNullable(secrets.get(entry.keyId))
                .map(secret -> ServerSecrets.hmac(secret, "audit " + entry.text()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
