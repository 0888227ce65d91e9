package org.ketaminecontent.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts texts that the server itself has to read again, such as secrets that others gave it: AES-256-GCM (NIST SP
 * 800-38D) with a key of the server's secret. Where that one comes from outside, the database alone tells nobody.
 */
@ApplicationScoped
public class SealedTexts {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final String PURPOSE = "sealed texts";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ServerSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    protected SealedTexts(ServerSecrets secrets) {
        this.secrets = secrets;
    }

    /** The text, sealed with the present secret. */
    public String seal(String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, secrets.all().get(0), nonce)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The text that was sealed; empty where no secret that is known opens it. */
    public Optional<String> open(String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        for (var secret : secrets.all()) {
            try {
                var text = cipher(Cipher.DECRYPT_MODE, secret, nonce)
                        .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
                return Optional.of(new String(text, StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                // It was sealed with another one.
                continue;
            }
        }
        return Optional.empty();
    }

    private static Cipher cipher(int mode, SecretKeySpec secret, byte[] nonce) throws GeneralSecurityException {
        var key = new SecretKeySpec(HexFormat.of().parseHex(ServerSecrets.hmac(secret, PURPOSE)), "AES");
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
