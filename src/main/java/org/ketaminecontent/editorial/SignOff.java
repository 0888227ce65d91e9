package org.ketaminecontent.editorial;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.OptionalBody;

/** A reviewer's word, with the days that readers are shown. */
@OptionalBody
@Schema(
        name = "SignOff",
        description = "A reviewer's approval. All members are optional for a minor change, because the last"
                + " review remains valid.")
public record SignOff(
        @Schema(description = "The date of the next review, within twelve months; in twelve months by default.")
        @Nullable
        LocalDate nextReviewDue,

        @Schema(description = "The day up to which the evidence was searched.") @Nullable
        LocalDate evidenceSearchedUpTo) {

    static final SignOff PLAIN = new SignOff(null, null);
}
