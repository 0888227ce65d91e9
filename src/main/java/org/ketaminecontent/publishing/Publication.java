package org.ketaminecontent.publishing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.content.Review;
import org.ketaminecontent.manuscript.Manuscript;

/**
 * A manuscript to publish.
 *
 * @param id the id of the document; null if its slug identifies it
 * @param review the review; null if nobody reviewed it
 * @param correction the correction that it makes; null if it makes none
 */
public record Publication(
        Manuscript manuscript,
        @Nullable UUID id,
        @Nullable Review review,
        @Nullable Fix correction) {

    /** An error and the correct statement. */
    public record Fix(CorrectionSeverity severity, String wasWrong, String isRight) {}

    /** A publication without a review. */
    public static Publication unreviewed(Manuscript manuscript) {
        return new Publication(manuscript, null, null, null);
    }
}
