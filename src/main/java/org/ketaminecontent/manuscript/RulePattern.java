package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pattern of a pack's rule. It reads each text a bounded number of times. */
final class RulePattern {

    /**
     * Long enough for a list of words, and too short for brackets nested so deeply that compiling the pattern fails.
     */
    private static final int LONGEST = 500;

    private final Pattern pattern;

    private RulePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static RulePattern of(String pattern) {
        return new RulePattern(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
    }

    /** A pattern that matches wherever any of these does. */
    static RulePattern anyOf(List<String> patterns) {
        return of(patterns.stream().map(each -> "(?:" + each + ")").collect(Collectors.joining("|")));
    }

    /** The reason why this is not a usable pattern; empty if it is. */
    static Optional<String> fault(@Nullable String pattern) {
        try {
            if (pattern != null && !pattern.isBlank() && pattern.length() <= LONGEST) {
                of(pattern);
                return Optional.empty();
            }
        } catch (PatternSyntaxException e) {
            // Reported below like other errors.
        }
        return Optional.of("'" + pattern + "' is not a regular expression of " + LONGEST + " characters or fewer");
    }

    Pattern pattern() {
        return pattern;
    }

    /** Tells whether it matches; true too if matching takes too long, because then a person has to look at it. */
    boolean mayBeIn(String text) {
        try {
            return pattern.matcher(new BoundedText(text)).find();
        } catch (BoundedText.Exhausted e) {
            return true;
        }
    }

    /** Tells whether it certainly matches. */
    boolean surelyIn(String text) {
        try {
            return pattern.matcher(new BoundedText(text)).find();
        } catch (BoundedText.Exhausted e) {
            return false;
        }
    }
}
