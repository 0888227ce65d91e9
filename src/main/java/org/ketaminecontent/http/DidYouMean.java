package org.ketaminecontent.http;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Suggests a known name for a misspelled one. */
public final class DidYouMean {

    /** The largest share of letters in which a misspelling may differ. */
    private static final double FAR = 0.5;

    /** Longer words are not compared, to save time. */
    private static final int LONGEST = 100;

    /** The number of classes of letters to compare: enough for those of a slug. */
    private static final int KINDS = 64;

    private static final Pattern SUGGESTION = Pattern.compile("Did you mean '([^']+)'\\?");

    private DidYouMean() {}

    /** The known name that is most similar to the given one, if any is similar enough. */
    public static Optional<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        @Nullable String nearest = null;
        int most = Integer.MAX_VALUE;
        var letters = new int[KINDS];
        count(given, 1, letters);
        for (var each : known) {
            int limit = Math.min(most, (int) (Math.max(given.length(), each.length()) * FAR));
            int distance = distance(given, letters, each, limit);
            if (distance >= 0) {
                nearest = each;
                most = distance - 1;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** A sentence with the most similar known name, or nothing. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    /** The name that the sentence of {@link #hint} suggests within this text. */
    public static Optional<String> suggestedIn(String text) {
        return SUGGESTION.matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    /**
     * The edit distance; negative if it exceeds the limit.
     *
     * @param letters how often each letter occurs in {@code a}
     */
    private static int distance(String a, int[] letters, String b, int limit) {
        // There may be very many names, and nearly all can be excluded by their length or letters alone.
        boolean isFar = Math.abs(a.length() - b.length()) > limit || lacking(letters, b) > limit;
        return isFar ? -1 : new LevenshteinDistance(limit).apply(a, b);
    }

    /** The number of letters that one has and the other lacks, a lower bound of the edit distance. */
    private static int lacking(int[] letters, String b) {
        count(b, -1, letters);
        int more = 0;
        int less = 0;
        for (int count : letters) {
            more += Math.max(count, 0);
            less -= Math.min(count, 0);
        }
        count(b, 1, letters);
        return Math.max(more, less);
    }

    private static void count(String text, int step, int[] letters) {
        for (int i = 0; i < text.length(); i++) {
            letters[text.charAt(i) % KINDS] += step;
        }
    }
}
