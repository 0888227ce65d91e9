package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks for phrases that promise more than the evidence shows. A sentence that denies such a phrase or asks about it
 * may contain it.
 */
public class BannedPhrases {

    /** Words of denial that deny nothing. */
    private static final Pattern EMPHASIS = Pattern.compile(
            "\\b(?:without (?:a |any )?doubt|no doubt|not (?:just|only|merely|simply)|no wonder"
                    + "|(?:nobody|no one) knows (?:why|how|exactly why|exactly how))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|cannot|without|neither|nor|wrong|unproven|myth|untrue|unknown|unlikely|avoid"
                    + "|wary|beware|false|claims?|claimed|whether|warns?|warned)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    /** A banned phrase of the pack; {@code unless} lists words that permit it in a sentence. */
    public record Phrase(
            String id,
            String why,
            List<String> patterns,
            @Nullable String unless) {

        /** The reason why the phrase is not usable; empty if it is. */
        @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
        public Optional<String> fault() {
            if (id == null || id.isBlank() || why == null || why.isBlank() || patterns == null || patterns.isEmpty()) {
                return Optional.of("every item must have an id, a why and patterns");
            }
            return Stream.concat(patterns.stream(), Stream.ofNullable(unless))
                    .flatMap(pattern -> RulePattern.fault(pattern).stream())
                    .findFirst();
        }
    }

    private record Rule(Phrase phrase, @Nullable RulePattern unless) {
        boolean permits(String sentence) {
            return unless != null && unless.surelyIn(sentence);
        }
    }

    private final PatternSet patterns;

    /** For each pattern. */
    private final List<Rule> rules;

    public BannedPhrases(List<Phrase> phrases) {
        patterns = new PatternSet(phrases.stream()
                .flatMap(phrase -> phrase.patterns().stream())
                .map(RulePattern::of)
                .toList());
        rules = phrases.stream()
                .flatMap(phrase -> {
                    var unless = phrase.unless() == null ? null : RulePattern.of(phrase.unless());
                    return phrase.patterns().stream().map(pattern -> new Rule(phrase, unless));
                })
                .toList();
    }

    /** The first banned phrase in this sentence. */
    public Optional<Phrase> in(String sentence) {
        var plain = EMPHASIS.matcher(sentence).replaceAll(" ");
        if (sentence.strip().endsWith("?") || DENIAL.matcher(plain).find()) {
            return Optional.empty();
        }
        var found = patterns.in(sentence);
        return IntStream.range(0, rules.size())
                .filter(i -> found.get(i).isPresent())
                .mapToObj(rules::get)
                .filter(rule -> !rule.permits(sentence))
                .map(Rule::phrase)
                .findFirst();
    }
}
