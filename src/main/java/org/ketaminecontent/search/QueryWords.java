package org.ketaminecontent.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a reader wrote, as words. */
final class QueryWords {

    /** More than anybody asks in; what follows is not read. */
    private static final int MOST = 40;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:'\\p{L}+)?(?:[.,]\\p{N}+)*");

    private QueryWords() {}

    /** In small letters, without accents, in the order they stand in. */
    static List<String> of(String text) {
        return WORD.matcher(plain(text))
                .results()
                .limit(MOST)
                .map(match -> match.group())
                .toList();
    }

    /** The text in small letters without accents; letters in other widths and styles become plain ones. */
    static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return APOSTROPHE
                .matcher(ACCENT.matcher(decomposed).replaceAll(""))
                .replaceAll("'")
                .toLowerCase(Locale.ROOT);
    }
}
