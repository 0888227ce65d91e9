package org.ketaminecontent.danger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries the patterns of danger on all examples: each has to find one of danger, and none may find a harmless one. */
final class DangerPatternCheck {

    private record Written(LocatedText entry, PhrasePattern pattern) {}

    private record Read(LocatedText entry, List<String> words, String text) {}

    private final List<Written> written;
    private final List<Read> examples;
    private final DangerPatterns patterns;

    /** @param entries the entries of each language, in which no other mistakes are */
    DangerPatternCheck(List<DangerLanguage> languages, Map<String, List<LocatedText>> entries) {
        var spelling = Spelling.of(languages, DangerTraining.examples(languages));
        patterns = new DangerPatterns(languages);
        written = languages.stream()
                .flatMap(language -> entries.getOrDefault(language.language(), List.of()).stream()
                        .filter(LocatedText::isDangerPattern)
                        .map(entry -> new Written(entry, PhrasePattern.of(entry.text(), language.lists()))))
                .toList();
        examples = entries.values().stream()
                .flatMap(List::stream)
                .filter(LocatedText::isExample)
                .map(entry -> read(entry, spelling))
                .toList();
    }

    private static Read read(LocatedText entry, Spelling spelling) {
        var words = spelling.read(entry.text());
        return new Read(entry, words, " " + String.join(" ", words) + " ");
    }

    List<String> findings() {
        return Stream.concat(useless(), alarming()).toList();
    }

    private Stream<String> useless() {
        var danger = examples.stream()
                .filter(each -> !each.entry().isHarmlessExample())
                .toList();
        return written.stream()
                .filter(each ->
                        danger.stream().noneMatch(example -> each.pattern().isIn(example.text())))
                .map(each -> each.entry()
                        .finding("The pattern '" + each.entry().text() + "' finds no example of danger: add what it is"
                                + " meant to find to examples.danger."
                                + each.entry().part(2)));
    }

    private boolean isFound(List<String> words) {
        return Stream.of(DangerLevel.values())
                .anyMatch(level -> patterns.find(level, words).isPresent());
    }

    private Stream<String> alarming() {
        return examples.stream()
                .filter(each -> each.entry().isHarmlessExample())
                .filter(each -> isFound(each.words()))
                .map(each -> each.entry()
                        .finding("The harmless example '" + each.entry().text() + "' is found by "
                                + written.stream()
                                        .filter(pattern -> pattern.pattern().isIn(each.text()))
                                        .map(pattern -> pattern.entry().at())
                                        .collect(Collectors.joining(", "))
                                + ": narrow that pattern, or add one of these words to harmless"));
    }
}
