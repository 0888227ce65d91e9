package org.ketaminecontent.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its holder has it: {@code kc_<id>_<secret><crc>}. The checksum finds a key that was not copied whole, without
 * the database, and lets scanners of source code know one when they see it.
 *
 * @param id names the key; no secret
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

    /** A new one, with 256 bits that nobody can guess. */
    static ApiKeyText make() {
        return new ApiKeyText(random(ID_LENGTH), random(SECRET_LENGTH));
    }

    /** Empty where it is none, or was not copied whole. */
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

    /** Nothing of the secret: records are printed. */
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
