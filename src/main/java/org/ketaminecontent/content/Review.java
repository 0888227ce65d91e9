package org.ketaminecontent.content;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The review of a document: the reviewer's signature and the date of the next review. Empty until a real reviewer has
 * signed.
 */
@Embeddable
public class Review {

    static final int DUE_SOON_DAYS = 30;

    public @Nullable String reviewerName;
    public @Nullable String reviewerCredentials;
    public @Nullable LocalDate lastReviewed;
    public @Nullable LocalDate nextReviewDue;
    public @Nullable LocalDate evidenceSearchedUpTo;

    /** The signature of a reviewer. */
    public static Review of(
            String name,
            @Nullable String credentials,
            LocalDate lastReviewed,
            LocalDate nextReviewDue,
            @Nullable LocalDate evidenceSearchedUpTo) {
        var review = new Review();
        review.reviewerName = name;
        review.reviewerCredentials = credentials;
        review.lastReviewed = lastReviewed;
        review.nextReviewDue = nextReviewDue;
        review.evidenceSearchedUpTo = evidenceSearchedUpTo;
        return review;
    }

    /** The first day after the given one with another status; null if there is none. */
    public @Nullable LocalDate changesAfter(LocalDate today) {
        if (nextReviewDue == null) {
            return null;
        }
        var soon = nextReviewDue.minusDays(DUE_SOON_DAYS);
        var overdue = nextReviewDue.plusDays(1);
        return Stream.of(soon, overdue)
                .filter(day -> day.isAfter(today))
                .findFirst()
                .orElse(null);
    }

    /** Tells whether two signatures are equal; null equals an empty one. */
    public static boolean same(@Nullable Review one, @Nullable Review other) {
        return signature(one).equals(signature(other));
    }

    private static List<Object> signature(@Nullable Review review) {
        return review == null
                ? List.of("", "", "", "", "")
                : Stream.of(
                                review.reviewerName,
                                review.reviewerCredentials,
                                review.lastReviewed,
                                review.nextReviewDue,
                                review.evidenceSearchedUpTo)
                        .map(value -> (Object) Objects.requireNonNullElse(value, ""))
                        .toList();
    }

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
