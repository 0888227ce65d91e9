package org.ketaminecontent.http;

/** Lengths of texts as people and JSON Schema count them: in characters of Unicode, whatever Java needs for one. */
public final class CodePoints {

    private CodePoints() {}

    /** How many characters a text has. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first characters of a text, with an ellipsis where there are more. */
    public static String shown(String text, int most) {
        return count(text) > most ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text;
    }

    /** Whether a text has half of a pair of surrogates, which no encoding can hold. */
    public static boolean hasHalf(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }
}
