package org.ketaminecontent.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a query into words. */
final class QueryWords {

    /** Longer than any real question; the rest is ignored. */
    private static final int MOST = 40;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?(?:[.,]\\p{N}+)*");

    private QueryWords() {}

    /** The words in lower case, without accents, in order. */
    static List<String> of(String text) {
        return WORD.matcher(plain(text))
                .results()
                .limit(MOST)
                .map(match -> match.group())
                .toList();
    }

    /** The text in lower case without accents; letters of other widths and styles become plain ones. */
    static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return APOSTROPHE
                .matcher(ACCENT.matcher(decomposed).replaceAll(""))
                .replaceAll("'")
                .toLowerCase(Locale.ROOT);
    }
}
