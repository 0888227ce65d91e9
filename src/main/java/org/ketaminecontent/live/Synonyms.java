package org.ketaminecontent.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What readers call one thing.
 *
 * @param words words and phrases that mean the same
 * @param alsoFound what who writes one of them is looking for too; not the other way round
 * @param ignored words that say nothing where anything else is said beside them
 */
public record Synonyms(
        List<String> words, @JsonProperty("also") List<String> alsoFound, List<String> ignored) {

    public Synonyms {
        words = present(words);
        alsoFound = present(alsoFound);
        ignored = present(ignored);
    }

    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    private static List<String> present(List<String> words) {
        return words == null
                ? List.of()
                : words.stream().filter(word -> word != null && !word.isBlank()).toList();
    }
}
