package org.ketaminecontent.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A group of synonyms.
 *
 * @param words words and phrases with the same meaning
 * @param alsoFound words that a search for one of {@code words} also finds, but not the reverse
 * @param ignored words without meaning beside other words
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
