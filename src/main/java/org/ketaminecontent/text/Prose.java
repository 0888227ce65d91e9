package org.ketaminecontent.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sentences, words and reading grade of a text.
 *
 * @see <a href="https://apps.dtic.mil/sti/citations/ADA006655">Kincaid and others 1975</a>, the source of the grade
 */
public final class Prose {

    /** The minimum number of words for a meaningful grade. */
    static final int LEAST_WORDS_TO_GRADE = 60;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"'’”)\\]]*+\\s++");
    private static final Pattern ABBREVIATION = Pattern.compile("\\b(vs|e\\.g|i\\.e|Dr|St|approx|et al)\\.");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*");
    private static final Pattern COUNTED_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_'’.,-]*");
    private static final Pattern SILENT_END = Pattern.compile("(?:([^laeiouy])es|([^td])ed|([^laeiouy])e)$");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SPLIT_VOWELS = Pattern.compile("(?:ia|io(?!n)|iu|eo|ua(?!r)|ism$)");

    private Prose() {}

    /** The sentences of one paragraph. */
    public static List<String> sentences(String paragraph) {
        var text = ABBREVIATION.matcher(paragraph).replaceAll("$1").replaceAll("\\s+", " ");
        return Stream.of(SENTENCE_END.split(text))
                .filter(sentence -> LETTER.matcher(sentence).find())
                .toList();
    }

    /** The number of words, including numbers. */
    public static int words(String text) {
        return (int) COUNTED_WORD.matcher(text).results().count();
    }

    /** The Flesch–Kincaid grade, one decimal; null under {@value #LEAST_WORDS_TO_GRADE} words. */
    public static @Nullable Double grade(List<String> paragraphs) {
        long sentences =
                paragraphs.stream().mapToLong(each -> sentences(each).size()).sum();
        var words = paragraphs.stream()
                .flatMap(each -> WORD.matcher(each).results())
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.size() < LEAST_WORDS_TO_GRADE) {
            return null;
        }
        long syllables = words.stream().mapToLong(Prose::syllables).sum();
        double grade = 0.39 * words.size() / sentences + 11.8 * syllables / words.size() - 15.59;
        return Math.round(grade * 10) / 10.0;
    }

    /** The number of vowel groups, without silent endings, plus vowels that are pronounced separately; at least one. */
    static long syllables(String word) {
        var letters = word.replaceAll("[^a-z]", "");
        if (letters.length() <= 3) {
            return 1;
        }
        var spoken = SILENT_END
                .matcher(letters)
                .replaceFirst(end -> Stream.of(end.group(1), end.group(2), end.group(3))
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(""))
                .replaceFirst("^y", "");
        long count = VOWELS.matcher(spoken).results().count();
        long apart =
                spoken.length() > 4 ? SPLIT_VOWELS.matcher(spoken).results().count() : 0;
        return Math.max(1, count + apart);
    }
}
