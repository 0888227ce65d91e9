package org.ketaminecontent.text;

import java.text.Normalizer;
import java.util.Optional;

/**
 * The one form in which authored text is kept, so that what looks the same has the same hash: no byte order mark, lines
 * that end with a line feed, and characters in <a href="https://www.unicode.org/reports/tr15/">Unicode form NFC</a>.
 */
public final class AuthoredText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** As many as the Stream-Safe Text Format of Unicode (UAX #15) has at most. */
    private static final int MOST_MARKS = 30;

    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private static final String ELLIPSIS = "…";

    private AuthoredText() {}

    /** The text without a byte order mark, with line feeds alone between its lines. */
    public static String lines(String text) {
        var marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return marked.indexOf('\r') < 0 ? marked : marked.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The same in the normal form; its time grows with the square of the text's length at worst. */
    public static String normal(String text) {
        return Normalizer.normalize(lines(text), Normalizer.Form.NFC);
    }

    /**
     * The reason why a text cannot be kept, empty where it can: no form of XML or UTF-8 holds control characters or half a pair of surrogates, and each
     * mark on a letter makes everything that looks for words go back over all those before it.
     */
    public static Optional<String> fault(String text) {
        int marks = 0;
        for (int i = 0, each; i < text.length(); i += Character.charCount(each)) {
            each = text.codePointAt(i);
            if (Character.getType(each) == Character.SURROGATE) {
                return Optional.of("must not hold half a character (an unpaired surrogate)");
            }
            if (each < ' ' && each != '\t' && each != '\n' && each != '\r' || (each & 0xFFFE) == 0xFFFE) {
                return Optional.of("must not hold control characters such as " + String.format("U+%04X", each));
            }
            marks = (MARKS >> Character.getType(each) & 1) == 0 ? 0 : marks + 1;
            if (marks > MOST_MARKS) {
                return Optional.of("must not put more than " + MOST_MARKS + " marks on a letter");
            }
        }
        return Optional.empty();
    }

    /** The first characters of a text that is told back; never half a character. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + ELLIPSIS;
    }
}
