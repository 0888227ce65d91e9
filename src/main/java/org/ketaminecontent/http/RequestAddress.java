package org.ketaminecontent.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a request as it was sent: path and query (RFC 9112, origin form).
 *
 * @param isPlain tells whether nothing in it needs decoding or escaping, as in most addresses
 */
record RequestAddress(String uri, boolean isPlain) {

    static final int LONGEST_ADDRESS = 8000;

    /**
     * Characters that browsers and curl send unescaped, but the framework refuses or interprets, above all the bar of
     * {@code system|code}. A semicolon would separate parameters, against the WHATWG URL standard.
     */
    private static final Pattern UNESCAPED = Pattern.compile("[|;\\^`{}\"<>\\\\\\[\\]]|[^\\x00-\\x7F]");

    /** Characters that need neither decoding nor escaping. */
    private static final CharPredicate PLAIN =
            CharPredicate.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/?&=,.:_~+*!$'()@-");

    /** List parameters as axios and PHP write them: the name with brackets. */
    private static final Pattern LIST_BRACKETS = Pattern.compile("(?:\\[]|%5[Bb]%5[Dd])(?==)");

    private static final String API = "/v1";

    RequestAddress(String uri) {
        this(uri, PLAIN.holdsFor(uri));
    }

    /** The reason why it is refused; empty if it is well-formed. */
    Optional<Failure> fault() {
        if (uri.length() > LONGEST_ADDRESS) {
            return Optional.of(new Failure(
                    ErrorCode.URI_TOO_LONG,
                    "The address has " + uri.length() + " characters; " + LONGEST_ADDRESS + " are allowed."));
        }
        return isPlain ? Optional.empty() : malformed(uri);
    }

    /** The address as the framework understands it; empty if it understands this one. */
    Optional<String> rewritten() {
        if (isPlain) {
            return Optional.empty();
        }
        if (uri.startsWith(API) && LIST_BRACKETS.matcher(uri).find()) {
            return Optional.of(LIST_BRACKETS.matcher(uri).replaceAll(""));
        }
        return UNESCAPED.matcher(uri).find()
                ? Optional.of(UNESCAPED.matcher(uri).replaceAll(match -> escape(match.group())))
                : Optional.empty();
    }

    private static String escape(String character) {
        return Matcher.quoteReplacement(URLEncoder.encode(character, StandardCharsets.UTF_8));
    }

    private static Optional<Failure> malformed(String uri) {
        var bytes = ByteBuffer.allocate(uri.length() * 4);
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                int high = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 1), 16) : -1;
                int low = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.of(new Failure(
                            ErrorCode.MALFORMED_REQUEST,
                            "The address has a broken percent escape at character " + (i + 1) + "."));
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return undecodable(bytes.flip());
    }

    private static Optional<Failure> undecodable(ByteBuffer bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.indexOf('\0') < 0
                    ? Optional.empty()
                    : Optional.of(new Failure(ErrorCode.MALFORMED_REQUEST, "The address contains a NUL byte."));
        } catch (CharacterCodingException e) {
            return Optional.of(new Failure(ErrorCode.MALFORMED_REQUEST, "The address is not valid UTF-8."));
        }
    }
}
