package org.ketaminecontent.content;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who signed a document off, and when the next look is due. Empty until a real reviewer has signed. */
@Embeddable
public class Review {

    static final int DUE_SOON_DAYS = 30;

    public @Nullable String reviewerName;
    public @Nullable String reviewerCredentials;
    public @Nullable LocalDate lastReviewed;
    public @Nullable LocalDate nextReviewDue;
    public @Nullable LocalDate evidenceSearchedUpTo;

    /** The status on the given day. */
    public ReviewStatus statusOn(LocalDate today) {
        if (reviewerName == null || lastReviewed == null) {
            return ReviewStatus.NOT_REVIEWED;
        }
        if (nextReviewDue == null || nextReviewDue.isBefore(today)) {
            return ReviewStatus.OVERDUE;
        }
        return nextReviewDue.isAfter(today.plusDays(DUE_SOON_DAYS)) ? ReviewStatus.CURRENT : ReviewStatus.DUE_SOON;
    }
}
