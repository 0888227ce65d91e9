package org.ketaminecontent.danger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patterns of all languages, whose matches are certain. */
final class DangerPatterns {

    private final PhrasePatterns harmless;
    private final Map<DangerKind, PhrasePatterns> certain = new EnumMap<>(DangerKind.class);

    DangerPatterns(List<DangerLanguage> languages) {
        harmless = new PhrasePatterns(languages.stream()
                .flatMap(language ->
                        language.harmless().stream().map(each -> PhrasePattern.of(each, language.lists()))));
        for (var kind : DangerKind.values()) {
            certain.put(
                    kind,
                    new PhrasePatterns(languages.stream()
                            .flatMap(language -> language.certain().getOrDefault(kind, List.of()).stream()
                                    .map(each -> PhrasePattern.of(each, language.lists())))));
        }
    }

    /** The most urgent kind that a pattern matches. */
    Optional<DangerKind> find(List<String> words) {
        var text = withoutHarmless(words);
        return certain.entrySet().stream()
                .filter(kind -> kind.getValue().possible(words).anyMatch(pattern -> pattern.isIn(text)))
                .map(Map.Entry::getKey)
                .findFirst();
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
