package org.ketaminecontent.danger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Splits texts into words and corrects their spelling, using the words of the examples. */
final class DangerReader {

    private final Spelling spelling;

    /**
     * @param languages the languages, whose patterns have words that are not taken apart
     * @param examples training examples; their words are taken as correct if they occur in harmless ones, or twice
     */
    DangerReader(List<DangerLanguage> languages, List<DangerTraining.Example> examples) {
        Map<String, Integer> counts = new HashMap<>();
        var harmless = new HashSet<String>();
        var frequent = new HashSet<String>();
        for (var example : examples) {
            for (var word : WrittenWords.of(example.text())) {
                if (example.outcome().equals(DangerClassifier.HARMLESS)) {
                    harmless.add(word);
                } else if (counts.merge(word, 1, Integer::sum) > 1) {
                    frequent.add(word);
                }
            }
        }
        languages.forEach(language -> frequent.addAll(language.wordsOfPatterns()));
        languages.forEach(language -> harmless.addAll(language.rightWords()));
        spelling = new Spelling(
                harmless,
                frequent,
                languages.stream().flatMap(each -> each.keyWords().stream()).toList());
    }

    List<String> read(String text) {
        return spelling.corrected(WrittenWords.of(text));
    }
}
