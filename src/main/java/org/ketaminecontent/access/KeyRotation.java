package org.ketaminecontent.access;

import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.OptionalBody;

/** The time for which the old key remains valid. */
@OptionalBody
@Schema(name = "KeyRotation")
public record KeyRotation(
        @Schema(
                description = "Hours for which the old key remains valid: 24 by default, 720 at most.",
                minimum = "0",
                maximum = "720")
        @Nullable
        Integer overlapHours) {

    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    private static final Duration USUAL_OVERLAP = Duration.ofHours(24);

    Duration overlap() {
        var overlap = overlapHours == null ? USUAL_OVERLAP : Duration.ofHours(overlapHours);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("/overlapHours", "must be 0 to " + LONGEST_OVERLAP.toHours())));
        }
        return overlap;
    }
}
