package org.ketaminecontent.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parsed question.
 *
 * @param text in plain lower case, with corrected spelling
 * @param words the words as written
 * @param corrected whether a word was misspelled
 * @param concepts the concepts asked for
 * @param minor words with little meaning beside these
 * @param codes possible clinical codes of any system
 */
record ParsedQuestion(
        String text,
        List<String> words,
        boolean corrected,
        List<Concept> concepts,
        List<Concept> minor,
        List<String> codes) {

    /** The names of all concepts, each as its stems. */
    Set<String> names() {
        return concepts.stream()
                .flatMap(concept -> Stream.concat(
                        Stream.of(concept.stems()), concept.groups().stream().flatMap(group -> group.same().stream())))
                .map(stems -> String.join(" ", stems))
                .collect(Collectors.toSet());
    }
}
