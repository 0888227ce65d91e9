package org.ketaminecontent.danger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The patterns of all languages. */
final class DangerPatterns {

    private final PhrasePatterns harmless;
    private final Map<DangerLevel, Map<DangerKind, PhrasePatterns>> danger = new EnumMap<>(DangerLevel.class);

    DangerPatterns(List<DangerLanguage> languages) {
        harmless = new PhrasePatterns(
                languages.stream().flatMap(language -> read(language.harmless().stream(), language)));
        for (var level : DangerLevel.values()) {
            var byKind = danger.computeIfAbsent(level, any -> new EnumMap<>(DangerKind.class));
            for (var kind : DangerKind.values()) {
                byKind.put(
                        kind,
                        new PhrasePatterns(languages.stream()
                                .flatMap(language -> read(
                                        language.patterns(level).getOrDefault(kind, List.of()).stream(), language))));
            }
        }
    }

    private static Stream<PhrasePattern> read(Stream<String> written, DangerLanguage language) {
        return written.map(each -> PhrasePattern.of(each, language.lists()));
    }

    /** The most urgent kind that a pattern of a level matches. */
    Optional<DangerKind> find(DangerLevel level, List<String> words) {
        var text = withoutHarmless(words);
        return danger.getOrDefault(level, Map.of()).entrySet().stream()
                .filter(kind -> kind.getValue().possible(words).anyMatch(pattern -> pattern.isIn(text)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The words that are left without those that a pattern of harmless words matches. */
    List<String> rest(List<String> words) {
        return Stream.of(withoutHarmless(words).split(" "))
                .filter(word -> !word.isEmpty() && !word.equals(PhrasePattern.REMOVED))
                .toList();
    }

    /** The text without the parts that a pattern of harmless words matches. */
    private String withoutHarmless(List<String> words) {
        var text = " " + String.join(" ", words) + " ";
        for (var pattern : harmless.possible(words).toList()) {
            text = pattern.removedFrom(text);
        }
        return text;
    }
}
