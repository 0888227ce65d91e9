package org.ketaminecontent.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
public final class Nearest {

    /** Further away than this share of its letters, a name is no misspelling. */
    private static final double FAR = 0.5;

    /** Longer words are not worth the work of comparing. */
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The known name that is most like the given one, if any is near. */
    public static Optional<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(given, each)))
                .filter(each -> distance(given, each) <= Math.max(given.length(), each.length()) * FAR);
    }

    /** A sentence that names the nearest known name, or nothing. */
    public static String hint(String given, Collection<String> known) {
        return to(given, known).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
