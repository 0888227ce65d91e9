package org.ketaminecontent.danger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells in which of the languages of danger a text is written.
 *
 * @param words the words that only one language has
 */
record LanguageGuess(Map<String, Set<String>> words) {

    /** Takes the words from the examples of each language. */
    static LanguageGuess among(List<DangerLanguage> languages) {
        var words = new LinkedHashMap<String, Set<String>>();
        for (var language : languages) {
            var known = new HashSet<String>();
            language.examples().all().forEach(text -> known.addAll(WrittenWords.of(text)));
            words.put(language.language(), known);
        }
        var own = new LinkedHashMap<String, Set<String>>();
        words.forEach((language, known) -> {
            var only = new HashSet<>(known);
            words.forEach((other, others) -> {
                if (!other.equals(language)) {
                    only.removeAll(others);
                }
            });
            own.put(language, only);
        });
        return new LanguageGuess(own);
    }

    static LanguageGuess read(DataInputStream in) throws IOException {
        int size = in.readInt();
        var words = new LinkedHashMap<String, Set<String>>();
        for (int i = 0; i < size; i++) {
            words.put(in.readUTF(), LearnedLanguage.readWords(in));
        }
        return new LanguageGuess(words);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (var language : words.entrySet()) {
            out.writeUTF(language.getKey());
            LearnedLanguage.writeWords(language.getValue(), out);
        }
    }

    /** The language with the most words of the text that no other has; the first if none has more. */
    String of(List<String> text) {
        var best = words.keySet().iterator().next();
        long most = 0;
        for (var language : words.entrySet()) {
            long own = text.stream().filter(language.getValue()::contains).count();
            if (own > most) {
                most = own;
                best = language.getKey();
            }
        }
        return best;
    }
}
