package org.ketaminecontent.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.InvalidParameters;
import org.ketaminecontent.live.ChangeLogIdentity;
import org.ketaminecontent.text.BodyFormat;

/**
 * Encodes and decodes checkpoints as opaque tokens. They are signed (HMAC, RFC 2104), so that clients cannot forge
 * them, and name the change log that they belong to.
 */
@ApplicationScoped
public class Checkpoints {

    /** Incremented when old clients can no longer read documents. */
    public static final int SCHEMA_VERSION = 1;

    private static final int OLDEST_SCHEMA = 1;
    private static final String SEPARATOR = " ";
    private static final int PARTS = 7;
    private static final int SIGNATURE_BYTES = 12;
    private static final String ALGORITHM = "HmacSHA256";

    private final ChangeLogIdentity identity;

    Checkpoints(ChangeLogIdentity identity) {
        this.identity = identity;
    }

    public String token(Checkpoint checkpoint) {
        return token(checkpoint, SCHEMA_VERSION);
    }

    String token(Checkpoint checkpoint, int schema) {
        var scope = checkpoint.scope();
        var text = Stream.of(
                        identity.get().name(),
                        schema,
                        checkpoint.number(),
                        scope.types().stream().sorted().collect(Collectors.joining(",")),
                        scope.locale(),
                        scope.bodyFormat(),
                        scope.limit())
                .map(String::valueOf)
                .collect(Collectors.joining(SEPARATOR));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(bytes, bytes.length + SIGNATURE_BYTES);
        System.arraycopy(signature(bytes), 0, signed, bytes.length, SIGNATURE_BYTES);
        return encoded(signed);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Decodes a checkpoint.
     *
     * @throws Failure if it is invalid or incomplete, or belongs to another log or to a retired schema
     */
    public Checkpoint read(String token) {
        var signed = decoded(token);
        if (signed.length <= SIGNATURE_BYTES) {
            throw refused("was not made by this server.");
        }
        var bytes = Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES);
        var parts = List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        boolean isOurs = parts.get(0).equals(identity.get().name());
        if (!isOurs) {
            throw refused(
                    parts.size() == PARTS
                            ? "belongs to another server, or to content from before a restore."
                            : "was not made by this server.");
        }
        if (!MessageDigest.isEqual(signature(bytes), Arrays.copyOfRange(signed, bytes.length, signed.length))) {
            throw refused("was changed or cut off in transit: send it unchanged.");
        }
        return checkpoint(parts);
    }

    private static byte[] decoded(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            if (encoded(bytes).equals(token)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Answered as what stands for the same bytes in other characters.
        }
        throw refused("was not made by this server, or was changed or cut off in transit: send it unchanged.");
    }

    /** The parts were signed by a server of this database. */
    private static Checkpoint checkpoint(List<String> parts) {
        if (Integer.parseInt(parts.get(1)) < OLDEST_SCHEMA) {
            throw new Failure(
                    ErrorCode.SCHEMA_RETIRED,
                    "The checkpoint belongs to documents of schema " + parts.get(1)
                            + ", which are no longer delivered. Start again without a checkpoint; the present schema"
                            + " is "
                            + SCHEMA_VERSION + ".");
        }
        Set<String> types = Stream.of(parts.get(3).split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Checkpoint(
                new Scope(types, parts.get(4), BodyFormat.valueOf(parts.get(5)), Integer.parseInt(parts.get(6))),
                Long.parseLong(parts.get(2)));
    }

    /** The refusal of a checkpoint. */
    static InvalidParameters refused(String why) {
        return new InvalidParameters("checkpoint", ErrorCode.INVALID_CHECKPOINT, "The parameter 'checkpoint' " + why);
    }

    private byte[] signature(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(identity.get().secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
