package org.ketaminecontent.editorial;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.OptionalBody;

/** A reviewer's word, with the days that readers are shown. */
@OptionalBody
@Schema(
        name = "SignOff",
        description = "A reviewer's word. For a minor change all of it may be left out: the last review still holds.")
public record SignOff(
        @Schema(
                description =
                        "When the document is to be reviewed again: within twelve months, which is what it is where nothing is said.")
        @Nullable
        LocalDate nextReviewDue,

        @Schema(description = "The day up to which the evidence was searched.") @Nullable
        LocalDate evidenceSearchedUpTo) {

    static final SignOff PLAIN = new SignOff(null, null);
}
