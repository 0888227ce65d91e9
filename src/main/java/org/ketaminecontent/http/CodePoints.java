package org.ketaminecontent.http;

/** Lengths of texts in Unicode code points, as people and JSON Schema count them. */
public final class CodePoints {

    private CodePoints() {}

    /** The number of code points. */
    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first characters of a text, with an ellipsis if it is longer. */
    public static String shown(String text, int most) {
        return count(text) > most ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text;
    }

    /** Tells whether a text contains an unpaired surrogate, which no encoding can represent. */
    public static boolean hasHalf(String text) {
        return text.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE);
    }
}
