package org.ketaminecontent.danger;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells in which of the languages of danger a text is written, by the words that only one of them has. */
final class LanguageGuess {

    private final Map<String, Set<String>> words = new LinkedHashMap<>();

    LanguageGuess(List<DangerLanguage> languages) {
        for (var language : languages) {
            var known = new HashSet<String>();
            language.examples().all().forEach(text -> known.addAll(WrittenWords.of(text)));
            words.put(language.language(), known);
        }
    }

    /** The language with the most words of the text that no other has; the first if none has more. */
    String of(List<String> text) {
        var best = words.keySet().iterator().next();
        long most = 0;
        for (var language : words.keySet()) {
            long own = text.stream().filter(word -> isOnlyIn(language, word)).count();
            if (own > most) {
                most = own;
                best = language;
            }
        }
        return best;
    }

    private boolean isOnlyIn(String language, String word) {
        return words.entrySet().stream()
                .allMatch(
                        each -> each.getValue().contains(word) == each.getKey().equals(language));
    }
}
