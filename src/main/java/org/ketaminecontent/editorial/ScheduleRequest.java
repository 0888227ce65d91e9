package org.ketaminecontent.editorial;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.JsonBodyReader;

/** The time at which a version becomes live or a document is withdrawn by itself: one of the two. */
@Schema(name = "Schedule")
public record ScheduleRequest(
        @Schema(description = "The time at which the approved version becomes live.") @Nullable
        Instant publishAt,

        @Schema(description = "The time at which the live document is withdrawn; requires a reason.") @Nullable
        Instant withdrawAt,

        @Schema(maxLength = 1000) @Nullable String reason,
        @Nullable String successor) {

    /** @throws org.ketaminecontent.http.Failure where there is not one time, or the time is before now */
    void check(Instant now) {
        if ((publishAt == null) == (withdrawAt == null)) {
            throw JsonBodyReader.invalid(
                    List.of(JsonBodyReader.detail("", "one of publishAt and withdrawAt is needed")));
        }
        refusePast("/publishAt", publishAt, now);
        refusePast("/withdrawAt", withdrawAt, now);
    }

    private static void refusePast(String pointer, @Nullable Instant at, Instant now) {
        if (at != null && at.isBefore(now)) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail(pointer, "must be in the future")));
        }
    }

    DocumentWithdrawal withdrawal(StepTarget target) {
        return new DocumentWithdrawal(target, RequiredText.of("/reason", reason), successor);
    }
}
