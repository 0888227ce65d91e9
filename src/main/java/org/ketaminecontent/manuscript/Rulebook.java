package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of a pack for its documents, as its authors wrote them.
 *
 * @param bannedPhrases promises that no evidence supports
 * @param languageRules rules on sentences
 * @param fieldRules rules on combinations of fields
 * @param grades the published grades that documents may use; if empty, any may be used
 */
public record Rulebook(
        List<BannedPhrases.Phrase> bannedPhrases,
        List<LanguageRule> languageRules,
        List<FieldRule> fieldRules,
        List<PublishedGrade> grades) {

    public static final Rulebook EMPTY = new Rulebook(List.of(), List.of(), List.of(), List.of());

    /** These rules and others, each once. */
    public Rulebook and(Rulebook others) {
        return new Rulebook(
                joined(bannedPhrases, others.bannedPhrases),
                joined(languageRules, others.languageRules),
                joined(fieldRules, others.fieldRules),
                joined(grades, others.grades));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
