package org.ketaminecontent.content;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document's review as delivered. */
@Schema(
        name = "Review",
        description = "The reviewer and the dates of the review. Nobody is named who did not review" + " the document.")
public record ReviewDocument(
        ReviewStatus status,
        @Schema(nullable = true) @Nullable Reviewer reviewedBy,
        @Schema(nullable = true) @Nullable LocalDate lastReviewed,
        @Schema(nullable = true) @Nullable LocalDate nextReviewDue,
        @Schema(nullable = true) @Nullable LocalDate evidenceSearchedUpTo) {

    /** The reviewer, by name and credentials. */
    @Schema(name = "Reviewer")
    public record Reviewer(
            String name, @Schema(nullable = true) @Nullable String credentials) {}

    /** The review as of the given day. */
    public static ReviewDocument of(@Nullable Review stored, LocalDate today) {
        var review = stored == null ? new Review() : stored;
        return new ReviewDocument(
                review.statusOn(today),
                review.reviewerName == null ? null : new Reviewer(review.reviewerName, review.reviewerCredentials),
                review.lastReviewed,
                review.nextReviewDue,
                review.evidenceSearchedUpTo);
    }
}
