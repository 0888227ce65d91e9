package org.ketaminecontent.danger;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits a text into normalized words: lower case, without accents and apostrophes, {@code k1ll} as {@code kill},
 * {@code s u i c i d e} as one word, {@code dieeee} as {@code die}, {@code 50mg} as two words. Numbers become {@code #},
 * and years {@code #year}, except emergency numbers.
 */
final class WrittenWords {

    /** More words than any query of the search can have; the rest is ignored. */
    private static final int MOST_WORDS = 200;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern APOSTROPHE = Pattern.compile("[\u2019\u2018'`\u00b4]");
    private static final Pattern SPACED_LETTERS =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}!$@][ .\\-_*]){4,20}[\\p{L}\\p{N}](?![\\p{L}\\p{N}])");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}!$@]+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern SIGN_FOR_LETTER = Pattern.compile("[0-9!$@]");
    /** A number of units that is written as one word. */
    private static final Pattern AMOUNT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\d+)(mcg|mg|kg|ml|g)(?![\\p{L}\\p{N}])");

    private static final Pattern QUANTITY = Pattern.compile("\\d+(?:am|pm|th|st|nd|rd|h|s|x|k)|\\p{L}\\d+|[\\p{L}]+!+");
    private static final Pattern LONG_REPETITION = Pattern.compile("(.)\\1{2,}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern YEAR = Pattern.compile("(?:19[4-9]|20[0-2])\\d");
    /** Numbers with a meaning of their own. */
    private static final Set<String> NUMBERS_TO_CALL = Set.of("911", "988", "112", "999", "111", "000", "024");

    private static final String SIGNS = "01345!$@";
    private static final String LETTERS = "oieasisa";

    private WrittenWords() {}

    /** The words in their order; at most 200. */
    static List<String> of(String text) {
        var plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        plain = APOSTROPHE.matcher(plain).replaceAll("");
        plain = AMOUNT.matcher(plain).replaceAll("$1 $2");
        plain = SPACED_LETTERS.matcher(plain).replaceAll(WrittenWords::joined);
        var words = new ArrayList<String>();
        for (var written : BETWEEN_WORDS.split(plain)) {
            var word = meant(written);
            if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words;
    }

    private static String joined(MatchResult letters) {
        return letters.group().replaceAll("[ .\\-_*]", "").replace("$", "\\$");
    }

    private static String meant(String written) {
        var word = written;
        if (LETTER.matcher(word).find()
                && SIGN_FOR_LETTER.matcher(word).find()
                && !QUANTITY.matcher(word).matches()) {
            for (int i = 0; i < SIGNS.length(); i++) {
                word = word.replace(SIGNS.charAt(i), LETTERS.charAt(i));
            }
        }
        word = word.replaceAll("[!$@]", "");
        word = LONG_REPETITION.matcher(word).replaceAll("$1");
        if (YEAR.matcher(word).matches()) {
            return "#year";
        }
        return NUMBER.matcher(word).matches() && !NUMBERS_TO_CALL.contains(word) ? "#" : word;
    }
}
