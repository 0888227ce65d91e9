package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pattern that authors of a pack wrote. It reads each text a bounded number of times. */
final class RulePattern {

    /** Long enough for a list of words; its brackets cannot nest deeper than a compiler of patterns can follow. */
    private static final int LONGEST = 500;

    private final Pattern pattern;

    private RulePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static RulePattern of(String pattern) {
        return new RulePattern(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** One that finds what any of these finds. */
    static RulePattern anyOf(List<String> patterns) {
        return of(patterns.stream().map(each -> "(?:" + each + ")").collect(Collectors.joining("|")));
    }

    /** Why this is no pattern; empty where it is one. */
    static Optional<String> fault(@Nullable String pattern) {
        try {
            if (pattern != null && !pattern.isBlank() && pattern.length() <= LONGEST) {
                of(pattern);
                return Optional.empty();
            }
        } catch (PatternSyntaxException e) {
            // Told below like the others.
        }
        return Optional.of("'" + pattern + "' is no regular expression of " + LONGEST + " characters or fewer");
    }

    /** The words that it finds first; the whole text where it would take too long to look for them. */
    Optional<String> in(String text) {
        try {
            var matcher = pattern.matcher(new BoundedReading(text));
            return matcher.find() ? Optional.of(text.substring(matcher.start(), matcher.end())) : Optional.empty();
        } catch (BoundedReading.Exhausted e) {
            // Nobody knows whether it is said; somebody has to look at both.
            return Optional.of(text);
        }
    }

    /** Whether it is sure to stand there. */
    boolean surelyIn(String text) {
        try {
            return pattern.matcher(new BoundedReading(text)).find();
        } catch (BoundedReading.Exhausted e) {
            return false;
        }
    }
}
