package org.ketaminecontent.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** The languages of the content. */
public final class Languages {

    public static final String DEFAULT = "en";
    static final List<String> AVAILABLE = List.of(DEFAULT);

    private Languages() {}

    /**
     * Decides on a request for a missing language.
     *
     * @return the requested language, if another one is delivered instead
     * @throws Failure if the requested language does not exist, and no fallback is allowed
     */
    public static Optional<String> missing(@Nullable String asked, boolean orDefault) {
        if (isAvailable(asked)) {
            return Optional.empty();
        }
        if (!orDefault) {
            throw notAvailable(asked, " Add fallback=default to use the default language.");
        }
        return Optional.ofNullable(asked);
    }

    /**
     * Refuses a language that does not exist, where no other one may be delivered instead.
     *
     * @throws Failure if it does not exist
     */
    public static void require(@Nullable String asked) {
        if (!isAvailable(asked)) {
            throw notAvailable(asked, "");
        }
    }

    private static boolean isAvailable(@Nullable String asked) {
        return asked == null || AVAILABLE.stream().anyMatch(asked::equalsIgnoreCase);
    }

    private static Failure notAvailable(@Nullable String asked, String hint) {
        return new Failure(
                ErrorCode.LOCALE_NOT_AVAILABLE,
                "The content does not exist in '" + asked + "'. Available: " + String.join(", ", AVAILABLE) + "."
                        + hint,
                List.of(),
                Map.of("availableLocales", AVAILABLE));
    }
}
