package org.ketaminecontent.publishing;

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
        words = words == null ? List.of() : words;
        alsoFound = alsoFound == null ? List.of() : alsoFound;
        ignored = ignored == null ? List.of() : ignored;
    }
}
