package org.ketaminecontent.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Content codings (RFC 9110, section 8.4) and the entity tag of each. */
final class ContentCoding {

    /** Less than this does not shrink by enough to be worth a packet. */
    private static final int LEAST_BYTES = 1000;

    private static final int DIGEST_BYTES = 16;

    private ContentCoding() {}

    /** Bytes as they are sent, the coding's name where there is one, and their strong entity tag. */
    record Coded(byte[] bytes, Optional<String> name, String etag) {}

    /** The bytes in the best coding that the client takes. */
    static Coded negotiate(@Nullable String acceptEncoding, byte[] bytes) {
        var digest = digest(bytes);
        return bytes.length >= LEAST_BYTES && takesGzip(acceptEncoding)
                ? new Coded(gzip(bytes), Optional.of("gzip"), "\"" + digest + "-gzip\"")
                : new Coded(bytes, Optional.empty(), "\"" + digest + "\"");
    }

    private static boolean takesGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        var codings = Arrays.stream(acceptEncoding.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
        var gzip = codings.stream()
                .filter(coding -> coding.matches("(x-)?gzip(\\s*;.*)?"))
                .toList();
        // The star stands for the codings that are not named.
        var asked = gzip.isEmpty()
                ? codings.stream().filter(coding -> coding.startsWith("*")).toList()
                : gzip;
        return asked.stream().anyMatch(coding -> !coding.matches(".*;\\s*q=0(\\.0*)?"));
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
