package org.ketaminecontent.publishing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.content.Review;
import org.ketaminecontent.manuscript.Manuscript;

/**
 * A manuscript that is to become live.
 *
 * @param id of the document; null where its name says which one it is
 * @param review who signed it off; null where nobody did
 * @param correction what it puts right; null where it puts nothing right
 */
public record Publication(
        Manuscript manuscript,
        @Nullable UUID id,
        @Nullable Review review,
        @Nullable Fix correction) {

    /** What was wrong before, and is right now. */
    public record Fix(CorrectionSeverity severity, String wasWrong, String isRight) {}

    /** One that nobody has reviewed. */
    public static Publication unreviewed(Manuscript manuscript) {
        return new Publication(manuscript, null, null, null);
    }
}
