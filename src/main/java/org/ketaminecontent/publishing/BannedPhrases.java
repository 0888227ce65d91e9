package org.ketaminecontent.publishing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phrases that promise what no evidence shows. A sentence that denies one or asks about it may name it. */
public class BannedPhrases {

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|cannot|without|neither|nor|wrong|unproven|myth|untrue|unknown|unlikely|avoid"
                    + "|wary|beware|false|claims?|claimed|whether|warns?|warned)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    /** A phrase as the pack lists it; {@code unless} names what lets a sentence through. */
    public record Phrase(
            String id,
            String why,
            List<String> patterns,
            @Nullable String unless) {}

    private record Rule(
            Phrase phrase, Pattern pattern, @Nullable Pattern unless) {
        boolean bans(String sentence) {
            return pattern.matcher(sentence).find()
                    && (unless == null || !unless.matcher(sentence).find());
        }
    }

    private final List<Rule> rules;

    public BannedPhrases(List<Phrase> phrases) {
        rules = phrases.stream()
                .flatMap(phrase -> phrase.patterns().stream()
                        .map(pattern -> new Rule(
                                phrase, compile(pattern), phrase.unless() == null ? null : compile(phrase.unless()))))
                .toList();
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    /** The first phrase that may not stand in this sentence. */
    public Optional<Phrase> in(String sentence) {
        if (sentence.strip().endsWith("?") || DENIAL.matcher(sentence).find()) {
            return Optional.empty();
        }
        return rules.stream()
                .filter(rule -> rule.bans(sentence))
                .map(Rule::phrase)
                .findFirst();
    }
}
