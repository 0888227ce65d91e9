package org.ketaminecontent.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The end of a page as an opaque token: the sort keys of its last document, and its query.
 *
 * @param query a fingerprint of the query, so that a cursor cannot be used with another one
 */
public record Cursor(String query, List<String> keys) {

    private static final String SEPARATOR = "\u001f";
    private static final int FINGERPRINT_BYTES = 6;

    public String encoded() {
        var text = query + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @throws InvalidParameters if it is invalid, or belongs to another query
     */
    public static Cursor decode(String encoded, String query, int keys) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            var parts = List.of(text.split(SEPARATOR, -1));
            if (text.indexOf('\0') >= 0) {
                // The database would fail on it.
                throw unreadable();
            }
            if (parts.get(0).equals(query) && parts.size() == keys + 1) {
                return new Cursor(query, parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        throw invalid("belongs to another query; start again without it.");
    }

    /** The error for an invalid cursor. */
    public static InvalidParameters unreadable() {
        return invalid("was not made by this server.");
    }

    private static InvalidParameters invalid(String why) {
        return new InvalidParameters("cursor", ErrorCode.INVALID_CURSOR, "The parameter 'cursor' " + why);
    }

    /** A short fingerprint of a canonical query. */
    public static String fingerprint(String canonicalQuery) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(canonicalQuery.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
