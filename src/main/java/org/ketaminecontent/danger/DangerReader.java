package org.ketaminecontent.danger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Splits texts into words and corrects their spelling, using the words of the examples. */
final class DangerReader {

    private static final int LETTERS_OF_A_SHORT_WORD = 3;
    private static final int LEAST_OCCURRENCES = 2;
    /** Misspellings are often as short. */
    private static final int LEAST_OCCURRENCES_OF_A_SHORT_WORD = 8;

    private final Spelling spelling;

    /**
     * @param languages the languages, whose patterns have words that are not taken apart
     * @param examples training examples; their words are taken as correct if they occur in harmless ones, or several
     *     times
     */
    DangerReader(List<DangerLanguage> languages, List<DangerTraining.Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        var harmless = new HashSet<String>();
        var frequent = new HashSet<String>();
        for (var example : examples) {
            var words = WrittenWords.of(example.text());
            if (example.outcome().equals(DangerClassifier.HARMLESS)) {
                harmless.addAll(words);
                continue;
            }
            for (var word : words) {
                if (counts.merge(word, 1, Integer::sum) >= leastOccurrences(word)) {
                    frequent.add(word);
                }
            }
        }
        languages.forEach(language -> frequent.addAll(language.wordsOfPatterns()));
        languages.forEach(language -> harmless.addAll(language.rightWords()));
        var keyWords =
                languages.stream().flatMap(each -> each.keyWords().stream()).toList();
        spelling = new Spelling(harmless, frequent, keyWords);
    }

    private static int leastOccurrences(String word) {
        return word.length() <= LETTERS_OF_A_SHORT_WORD ? LEAST_OCCURRENCES_OF_A_SHORT_WORD : LEAST_OCCURRENCES;
    }

    List<String> read(String text) {
        return spelling.corrected(WrittenWords.of(text));
    }
}
