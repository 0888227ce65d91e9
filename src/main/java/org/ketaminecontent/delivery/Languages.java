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
        if (asked == null || AVAILABLE.stream().anyMatch(asked::equalsIgnoreCase)) {
            return Optional.empty();
        }
        if (!orDefault) {
            throw new Failure(
                    ErrorCode.LOCALE_NOT_AVAILABLE,
                    "The content does not exist in '" + asked + "'. Available: " + String.join(", ", AVAILABLE)
                            + ". Add fallback=default to use the default language.",
                    List.of(),
                    Map.of("availableLocales", AVAILABLE));
        }
        return Optional.of(asked);
    }
}
