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

    /** The most letters in which a near name differs. */
    private static final int NEAR = 2;

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
        // Most misspellings are near, and nearly all names can be excluded as not near by their length alone.
        return nearest(given, known, NEAR).or(() -> nearest(given, known, Integer.MAX_VALUE));
    }

    private static Optional<String> nearest(String given, Collection<String> known, int limit) {
        @Nullable String nearest = null;
        int most = limit;
        var letters = new int[KINDS];
        count(given, given.length(), letters);
        for (var each : known) {
            int far = (int) (Math.max(given.length(), each.length()) * FAR);
            int distance = distance(given, letters, each, Math.min(most, far));
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
        boolean isFar = Math.abs(a.length() - b.length()) > limit || lacksMore(a, letters, b, limit);
        return isFar ? -1 : new LevenshteinDistance(limit).apply(a, b);
    }

    /** Tells whether more letters than the limit are only in one of the two: each takes an edit of its own. */
    private static boolean lacksMore(String a, int[] letters, String b, int limit) {
        int added = 0;
        int end = 0;
        while (end < b.length() && added <= limit) {
            if (--letters[b.charAt(end++) % KINDS] < 0) {
                added++;
            }
        }
        count(b, end, letters);
        return added > limit || a.length() - (b.length() - added) > limit;
    }

    private static void count(String text, int end, int[] letters) {
        for (int i = 0; i < end; i++) {
            letters[text.charAt(i) % KINDS]++;
        }
    }
}
