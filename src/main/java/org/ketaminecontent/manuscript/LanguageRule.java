package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule on sentences: words that they must not contain, or only with other words.
 *
 * @param why the reason, and the words to write instead
 * @param collections the collections that it applies to; all if empty
 * @param except collections and documents that it does not apply to
 * @param fields the fields that it applies to, such as {@code body} or {@code risks}; all if empty
 * @param patterns the patterns to find: regular expressions that ignore case
 * @param words words to find, with their replacements
 * @param leastWords the number of words from which a section needs a citation
 * @param unless patterns that permit the match
 * @param within the range in which these may appear
 * @param citing restricts the rule to sentences that cite one of these references, or one of such a type
 * @param unlessCiting references that permit the match in a sentence that cites them
 * @param always the rule is broken only if every sentence of the document with that citation matches
 * @param most the number of sentences of a document that may match
 * @param breaks examples in Markdown that break the rule
 * @param passes examples that nearly break the rule
 */
public record LanguageRule(
        String id,
        String why,
        @Nullable RuleLevel level,
        List<String> collections,
        List<String> except,
        List<String> fields,
        List<String> patterns,
        Map<String, String> words,
        int leastWords,
        List<String> unless,
        @Nullable Within within,
        List<String> citing,
        List<String> unlessCiting,
        boolean always,
        int most,
        List<String> breaks,
        List<String> passes)
        implements ScopedRule {

    /** The range around a sentence. */
    public enum Within {
        @JsonProperty("sentence")
        SENTENCE,
        /** The sentence with the ones before and after it. */
        @JsonProperty("neighbors")
        NEIGHBORS,
        @JsonProperty("paragraph")
        PARAGRAPH,
        @JsonProperty("section")
        SECTION,
        @JsonProperty("document")
        DOCUMENT
    }

    public LanguageRule {
        collections = ScopedRule.present(collections);
        except = ScopedRule.present(except);
        fields = ScopedRule.present(fields);
        patterns = ScopedRule.present(patterns);
        words = words == null ? Map.of() : words;
        unless = ScopedRule.present(unless);
        citing = ScopedRule.present(citing);
        unlessCiting = ScopedRule.present(unlessCiting);
        breaks = ScopedRule.present(breaks);
        passes = ScopedRule.present(passes);
    }

    /** The reason why the rule is not usable; empty if it is. */
    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    public Optional<String> fault() {
        var looksFor =
                Stream.of(!patterns.isEmpty(), !words.isEmpty(), leastWords > 0).filter(each -> each);
        if (id == null || id.isBlank() || why == null || why.isBlank() || looksFor.count() != 1) {
            return Optional.of("every item must have an id, a why, and one of patterns, words and leastWords");
        }
        if (words.entrySet().stream().anyMatch(each -> each.getKey().isBlank() || each.getValue() == null)) {
            return Optional.of("every word of '" + id + "' must have a replacement");
        }
        return Stream.concat(patterns.stream(), unless.stream())
                .flatMap(each -> RulePattern.fault(each).stream())
                .findFirst()
                .or(this::unlikeItsExamples);
    }

    private Optional<String> unlikeItsExamples() {
        return breaks.stream()
                .filter(example -> !RuleCheck.breaks(this, example))
                .map(example -> "'" + id + "' does not match its own example: " + example)
                .findFirst()
                .or(() -> passes.stream()
                        .filter(example -> RuleCheck.breaks(this, example))
                        .map(example -> "'" + id + "' matches an example that should pass: " + example)
                        .findFirst());
    }
}
