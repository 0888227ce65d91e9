package org.ketaminecontent.manuscript;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Many patterns, found in a text together. A pattern is tried only where its match can begin: on a character and the one
 * before it, {@link Matcher#hitEnd} tells whether more characters can make a match. Each such pair is tried once,
 * because texts repeat them. A match of no characters at the end of a text is not found.
 */
final class PatternSet {

    /** English text has about a thousand; the limit is for text that somebody writes to fill the memory. */
    private static final int MOST_PAIRS = 20_000;

    private final List<Pattern> patterns;

    /** The patterns that a match can begin with, by the character before it and its first one. */
    private final Map<String, int[]> beginning = new ConcurrentHashMap<>();

    private final int[] lookingBehind;
    private final int[] others;

    PatternSet(List<RulePattern> patterns) {
        this.patterns = patterns.stream().map(RulePattern::pattern).toList();
        lookingBehind = where(true);
        others = where(false);
    }

    private int[] where(boolean looksBehind) {
        return IntStream.range(0, patterns.size())
                .filter(i -> patterns.get(i).pattern().contains("(?<") == looksBehind)
                .toArray();
    }

    /**
     * The first match of each pattern, in the order of the patterns; the whole text for a pattern that takes too long.
     */
    List<Optional<String>> in(String text) {
        if (beginning.size() > MOST_PAIRS) {
            beginning.clear();
        }
        var search = new Search(text);
        for (int place = 0; place < text.length(); place++) {
            var pair = text.substring(Math.max(0, place - 1), place + 1);
            for (int each : beginning.computeIfAbsent(pair, this::beginningWith)) {
                search.at(place, each);
            }
        }
        for (int each : lookingBehind) {
            search.anywhere(each);
        }
        return Stream.of(search.found).map(Optional::ofNullable).toList();
    }

    /** @param pair a character with the one before it; alone at the beginning of a text */
    private int[] beginningWith(String pair) {
        int place = pair.length() - 1;
        if (Character.isSurrogate(pair.charAt(place))) {
            return others;
        }
        return IntStream.of(others)
                .filter(each -> {
                    var matcher = matcher(each, pair).region(place, pair.length());
                    return matcher.lookingAt() || matcher.hitEnd();
                })
                .toArray();
    }

    /** A matcher that sees the text around its region. */
    private Matcher matcher(int pattern, CharSequence text) {
        return patterns.get(pattern).matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    private final class Search {

        private final String text;
        private final @Nullable Matcher[] matchers = new Matcher[patterns.size()];
        private final @Nullable String[] found = new String[patterns.size()];

        Search(String text) {
            this.text = text;
        }

        void at(int place, int pattern) {
            if (found[pattern] == null) {
                var matcher = matchers[pattern];
                if (matcher == null) {
                    matcher = matcher(pattern, new BoundedText(text));
                    matchers[pattern] = matcher;
                }
                keep(pattern, matcher.region(place, text.length()), Matcher::lookingAt);
            }
        }

        void anywhere(int pattern) {
            keep(pattern, matcher(pattern, new BoundedText(text)), Matcher::find);
        }

        private void keep(int pattern, Matcher matcher, Predicate<Matcher> search) {
            try {
                if (search.test(matcher)) {
                    found[pattern] = text.substring(matcher.start(), matcher.end());
                }
            } catch (BoundedText.Exhausted e) {
                // Unknown: a person has to look at it.
                found[pattern] = text;
            }
        }
    }
}
