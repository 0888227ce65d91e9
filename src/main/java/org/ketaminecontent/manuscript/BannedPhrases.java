package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks for phrases that promise more than the evidence shows. A sentence that denies such a phrase or asks about it
 * may contain it.
 */
public class BannedPhrases {

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

        /**
         * Long enough for a list of words, and too short for brackets nested so deeply that compiling the pattern
         * fails.
         */
        static final int LONGEST_PATTERN = 500;

        /** The reason why the phrase is not usable; empty if it is. */
        @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
        public Optional<String> fault() {
            if (id == null || id.isBlank() || why == null || why.isBlank() || patterns == null || patterns.isEmpty()) {
                return Optional.of("every item must have an id, a why and patterns");
            }
            return Stream.concat(patterns.stream(), Stream.ofNullable(unless))
                    .filter(pattern -> !isPattern(pattern))
                    .map(pattern -> "'" + pattern + "' is not a regular expression of " + LONGEST_PATTERN
                            + " characters or fewer")
                    .findFirst();
        }

        private static boolean isPattern(@Nullable String pattern) {
            try {
                return pattern != null
                        && !pattern.isBlank()
                        && pattern.length() <= LONGEST_PATTERN
                        && compile(pattern).pattern().equals(pattern);
            } catch (PatternSyntaxException e) {
                return false;
            }
        }
    }

    private record Rule(
            Phrase phrase, Pattern pattern, @Nullable Pattern unless) {
        boolean bans(String sentence) {
            try {
                return pattern.matcher(new BoundedText(sentence)).find()
                        && (unless == null
                                || !unless.matcher(new BoundedText(sentence)).find());
            } catch (BoundedText.Exhausted e) {
                // Unknown: a person has to look at it.
                return true;
            }
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

    /** The first banned phrase in this sentence. */
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
