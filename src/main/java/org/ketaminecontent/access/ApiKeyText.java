package org.ketaminecontent.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key in the form sent by its holder: {@code kc_<id>_<secret><crc>}. The checksum detects incompletely copied keys
 * without
 * the database, and lets scanners of source code recognize keys.
 *
 * @param id the public id of the key
 */
record ApiKeyText(String id, String secret) {

    static final String PREFIX = "kc_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 43;
    private static final int CRC_LENGTH = 6;
    private static final Pattern SYNTAX = Pattern.compile(PREFIX + "([0-9A-Za-z]{" + ID_LENGTH + "})_([0-9A-Za-z]{"
            + SECRET_LENGTH + "})([0-9A-Za-z]{" + CRC_LENGTH + "})");

    /** A new key with 256 random bits. */
    static ApiKeyText make() {
        return new ApiKeyText(random(ID_LENGTH), random(SECRET_LENGTH));
    }

    /** Parses a key; empty if it is invalid or incomplete. */
    static Optional<ApiKeyText> parse(String text) {
        var match = SYNTAX.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var key = new ApiKeyText(match.group(1), match.group(2));
        return key.crc().equals(match.group(3)) ? Optional.of(key) : Optional.empty();
    }

    String text() {
        return PREFIX + id + "_" + secret + crc();
    }

    private String crc() {
        var crc = new CRC32();
        crc.update((PREFIX + id + "_" + secret).getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CRC_LENGTH);
    }

    private static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    private static String base62(BigInteger number, int length) {
        var text = new StringBuilder();
        var base = BigInteger.valueOf(DIGITS.length());
        for (var rest = number; text.length() < length; rest = rest.divide(base)) {
            text.insert(0, DIGITS.charAt(rest.mod(base).intValue()));
        }
        return text.toString();
    }

    /** Omits the secret, because records are printed. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
