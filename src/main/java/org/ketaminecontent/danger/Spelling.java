package org.ketaminecontent.danger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Splits texts into words, and corrects misspellings of key words: an unknown word becomes the nearest key word
 * ({@code sucidal}), or the words that were run together ({@code wontwakeup}).
 */
final class Spelling {

    private static final int SHORTEST_KEY_WORD = 5;
    private static final int SHORTEST_WITH_TWO_SLIPS = 7;
    private static final int SHORTEST_RUN_TOGETHER = 6;
    private static final int LONGEST_RUN_TOGETHER = 40;
    /** On average, parts have more letters: words of other languages are not made of shreds. */
    private static final int FEWEST_LETTERS_OF_A_PART = 2;
    /** The words of one or two letters that may be part of words run together; others are mostly endings. */
    private static final Set<String> SHORT_PARTS = Set.of(
            "i", "a", "k", "u", "y", "am", "be", "by", "do", "go", "he", "if", "im", "in", "is", "it", "me", "my", "no",
            "od", "of", "so", "to", "up", "we", "de", "el", "la", "mi", "se", "te", "un", "yo");

    /** Endings of words that are words, too. */
    private static final Set<String> ENDINGS = Set.of("ate", "ion", "ive", "per");

    private static final int LETTERS_OF_A_SHORT_WORD = 3;
    private static final int LEAST_OCCURRENCES = 2;
    /** Misspellings are often as short. */
    private static final int LEAST_OCCURRENCES_OF_A_SHORT_WORD = 8;

    /** Words that are never corrected. */
    private final Set<String> right;

    private final Set<String> stems;
    /** Words that may be run together; common misspellings are among them. */
    private final Set<String> parts;

    private final List<String> keyWords;

    private Spelling(Set<String> right, Set<String> stems, Set<String> parts, List<String> keyWords) {
        this.right = right;
        this.stems = stems;
        this.parts = parts;
        this.keyWords = keyWords;
    }

    /**
     * @param languages the languages, whose key words are corrected, and whose patterns have words that are not taken apart
     * @param examples training examples; their words are taken as correct if they occur in harmless ones, or several
     *     times
     */
    static Spelling of(List<DangerLanguage> languages, List<DangerTraining.Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        var right = new HashSet<String>();
        var frequent = new HashSet<String>();
        for (var example : examples) {
            var words = WrittenWords.of(example.text());
            if (example.outcome().equals(DangerClassifier.HARMLESS)) {
                right.addAll(words);
                continue;
            }
            for (var word : words) {
                if (counts.merge(word, 1, Integer::sum) >= leastOccurrences(word)) {
                    frequent.add(word);
                }
            }
        }
        var keyWords = keyWords(languages);
        languages.forEach(language -> frequent.addAll(language.wordsOfPatterns()));
        languages.forEach(language -> right.addAll(language.rightWords()));
        right.addAll(keyWords);
        frequent.addAll(keyWords);
        var stems = Stream.concat(right.stream(), frequent.stream())
                .map(Spelling::stem)
                .collect(Collectors.toSet());
        return new Spelling(right, stems, frequent, keyWords);
    }

    private static List<String> keyWords(List<DangerLanguage> languages) {
        return languages.stream().flatMap(each -> each.keyWords().stream()).toList();
    }

    private static int leastOccurrences(String word) {
        return word.length() <= LETTERS_OF_A_SHORT_WORD ? LEAST_OCCURRENCES_OF_A_SHORT_WORD : LEAST_OCCURRENCES;
    }

    static Spelling read(List<DangerLanguage> languages, DataInputStream in) throws IOException {
        return new Spelling(
                LearnedLanguage.readWords(in),
                LearnedLanguage.readWords(in),
                LearnedLanguage.readWords(in),
                keyWords(languages));
    }

    void write(DataOutputStream out) throws IOException {
        LearnedLanguage.writeWords(right, out);
        LearnedLanguage.writeWords(stems, out);
        LearnedLanguage.writeWords(parts, out);
    }

    /** The words of a text, each as it was meant. */
    List<String> read(String text) {
        return corrected(WrittenWords.of(text));
    }

    private static String stem(String word) {
        var stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private List<String> corrected(List<String> words) {
        var corrected = new ArrayList<String>();
        for (var word : words) {
            if (right.contains(word) || word.length() < SHORTEST_KEY_WORD) {
                corrected.add(word);
            } else {
                corrected.addAll(meant(word).orElseGet(() -> List.of(word)));
            }
        }
        return corrected;
    }

    private Optional<List<String>> meant(String word) {
        var nearest = nearest(word);
        if (nearest != null) {
            return Optional.of(List.of(nearest));
        }
        return isForm(word) ? Optional.empty() : apart(word);
    }

    /** Tells whether it is a form of a word that is right, such as {@code drawing} of {@code draw}. */
    private boolean isForm(String word) {
        return stems.contains(stem(word));
    }

    private @Nullable String nearest(String word) {
        int most = word.length() < SHORTEST_WITH_TWO_SLIPS || isForm(word) ? 1 : 2;
        for (int slips = 1; slips <= most; slips++) {
            var distance = new LevenshteinDistance(slips);
            for (var keyWord : keyWords) {
                if (keyWord.charAt(0) == word.charAt(0) && distance.apply(word, keyWord) >= 0) {
                    return keyWord;
                }
            }
        }
        return null;
    }

    /** The fewest known words that together make up the word, if any. */
    private Optional<List<String>> apart(String word) {
        if (word.length() < SHORTEST_RUN_TOGETHER || word.length() > LONGEST_RUN_TOGETHER) {
            return Optional.empty();
        }
        var best = new ArrayList<@Nullable List<String>>();
        best.add(List.of());
        for (int end = 1; end <= word.length(); end++) {
            best.add(null);
            for (int start = 0; start < end; start++) {
                var before = best.get(start);
                var part = word.substring(start, end);
                var present = best.get(end);
                if (before != null && isPart(part) && (present == null || before.size() + 1 < present.size())) {
                    var longer = new ArrayList<>(before);
                    longer.add(part);
                    best.set(end, longer);
                }
            }
        }
        return Optional.ofNullable(best.get(word.length()))
                .filter(parts -> word.length() > FEWEST_LETTERS_OF_A_PART * parts.size());
    }

    private boolean isPart(String part) {
        return part.length() <= 2 ? SHORT_PARTS.contains(part) : parts.contains(part) && !ENDINGS.contains(part);
    }
}
