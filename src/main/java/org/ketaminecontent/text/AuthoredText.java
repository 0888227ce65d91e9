package org.ketaminecontent.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The normal form of authored text, so that texts that look the same have the same hash: no byte order mark, lines that
 * end with a line feed, and characters in <a href="https://www.unicode.org/reports/tr15/">Unicode form NFC</a>.
 */
public final class AuthoredText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final char JOINER = '\u200D';

    /** The limit of the Stream-Safe Text Format of Unicode (UAX #15). */
    private static final int MOST_MARKS = 30;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private static final String ELLIPSIS = "…";

    private AuthoredText() {}

    /** Removes the byte order mark and normalizes the ends of lines to line feeds. */
    public static String lines(String text) {
        var marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return marked.indexOf('\r') < 0 ? marked : marked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The full normal form; in the worst case, its time grows with the square of the text's length. */
    public static String normal(String text) {
        return Normalizer.normalize(lines(text), Normalizer.Form.NFC);
    }

    /**
     * The reason why a text is not allowed, or empty. Neither XML nor UTF-8 allows control characters or half a
     * surrogate pair, long runs of combining marks make searches in the text slow, and characters that nobody sees
     * hide words from the rules.
     */
    public static Optional<String> fault(String text) {
        int marks = 0;
        int before = ' ';
        for (int i = 0, each; i < text.length(); before = each, i += Character.charCount(each)) {
            each = text.codePointAt(i);
            if (Character.getType(each) == Character.SURROGATE) {
                return Optional.of("must not contain half a character (an unpaired surrogate)");
            }
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' || (each & 0xFFFE) == 0xFFFE) {
                return Optional.of("must not contain control characters such as " + String.format("U+%04X", each));
            }
            boolean isRemoved = i == 0 && each == BYTE_ORDER_MARK;
            if (!isRemoved && isInvisible(each, before)) {
                return Optional.of("must not contain invisible characters such as " + String.format("U+%04X", each));
            }
            marks = (MARKS >> Character.getType(each) & 1) == 0 ? 0 : marks + 1;
            if (marks > MOST_MARKS) {
                return Optional.of("must not put more than " + MOST_MARKS + " marks on a letter");
            }
        }
        return Optional.empty();
    }

    /** Only the joiner of two emoji has a use in these languages. */
    private static boolean isInvisible(int character, int before) {
        return Character.getType(character) == Character.FORMAT
                && (character != JOINER || Character.isLetterOrDigit(before));
    }

    /** The first characters of a text that an error message quotes; never half a character. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + ELLIPSIS;
    }
}
