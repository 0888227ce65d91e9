package org.ketaminecontent.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was understood of a reader's question.
 *
 * @param text in plain small letters, as it was meant
 * @param words as they were written
 * @param corrected whether a word was misspelt
 * @param concepts what is asked for
 * @param minor what says little beside that
 * @param codes clinical codes that may be meant, in any system
 */
record ParsedQuestion(
        String text,
        List<String> words,
        boolean corrected,
        List<Concept> concepts,
        List<Concept> minor,
        List<String> codes) {

    /** All that the things asked for are called, each as its stems. */
    Set<String> names() {
        return concepts.stream()
                .flatMap(concept -> Stream.concat(
                        Stream.of(concept.stems()), concept.groups().stream().flatMap(group -> group.same().stream())))
                .map(stems -> String.join(" ", stems))
                .collect(Collectors.toSet());
    }
}
