package org.ketaminecontent.manuscript;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Product;

/**
 * A grade assigned by a published GRADE assessment.
 *
 * @param reference the slug of the assessment
 * @param timeframe an ISO 8601 duration, or a phrase
 * @param certainty the lower end if the assessment gives a range
 * @param confirmation the extent to which it was checked; documents must not use an unconfirmed one
 */
public record PublishedGrade(
        String id,
        String reference,
        Integer year,
        @Nullable String place,
        Product product,
        String outcome,
        String timeframe,
        Certainty certainty,
        Confirmation confirmation) {

    /** The reason why the grade is not usable; empty if it is. */
    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    public Optional<String> fault() {
        boolean whole = id != null
                && reference != null
                && year != null
                && product != null
                && outcome != null
                && timeframe != null
                && certainty != null
                && certainty.isGrade()
                && confirmation != null;
        return whole
                ? Optional.empty()
                : Optional.of("every grade must have an id, a reference, a year, a product, an outcome, a timeframe, a"
                        + " certainty that is a grade, and a confirmation");
    }
}
