package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule on sentences: what they may not say, or not without saying something else too.
 *
 * @param why the reason, and the words to write instead
 * @param collections the kinds of document that it is for; all where none is named
 * @param except collections and documents that it is not for
 * @param fields the fields that it is for, such as {@code body} or {@code risks}; all where none is named
 * @param patterns what it looks for: regular expressions without regard to case
 * @param words words with those to write instead
 * @param leastWords it looks for sections of so many words that cite nothing
 * @param unless what lets it be said
 * @param within where that may stand
 * @param citing the rule is on sentences that cite one of these references, or one of such a type
 * @param unlessCiting what lets it be said where the sentence cites it
 * @param always the rule is broken only where every sentence of the document with that citation says it
 * @param most how many sentences of a document may say it all the same
 * @param breaks examples in Markdown that break the rule
 * @param passes examples that nearly do
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

    /** How far from a sentence to look. */
    public enum Within {
        @JsonProperty("sentence")
        SENTENCE,
        /** The sentence with those before and after it. */
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

    /** The reason why it cannot be held; empty where it can. */
    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    public Optional<String> fault() {
        var looksFor =
                Stream.of(!patterns.isEmpty(), !words.isEmpty(), leastWords > 0).filter(each -> each);
        if (id == null || id.isBlank() || why == null || why.isBlank() || looksFor.count() != 1) {
            return Optional.of("every item must have an id, a why, and one of patterns, words and leastWords");
        }
        if (words.entrySet().stream().anyMatch(each -> each.getKey().isBlank() || each.getValue() == null)) {
            return Optional.of("every word of '" + id + "' must have one to write instead");
        }
        return Stream.concat(patterns.stream(), unless.stream())
                .flatMap(each -> RulePattern.fault(each).stream())
                .findFirst()
                .or(this::unlikeItsExamples);
    }

    private Optional<String> unlikeItsExamples() {
        return breaks.stream()
                .filter(example -> !RuleCheck.breaks(this, example))
                .map(example -> "'" + id + "' lets its own example through: " + example)
                .findFirst()
                .or(() -> passes.stream()
                        .filter(example -> RuleCheck.breaks(this, example))
                        .map(example -> "'" + id + "' finds fault with what it should let through: " + example)
                        .findFirst());
    }
}
