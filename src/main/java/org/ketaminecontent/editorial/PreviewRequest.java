package org.ketaminecontent.editorial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.OptionalBody;

/** The version that a preview shows, and the time for which it is valid. */
@OptionalBody
@Schema(name = "PreviewRequest")
public record PreviewRequest(
        @Schema(description = "The version to show; the newest where nothing is said.") @Nullable
        Integer revision,

        @Schema(description = "Hours that it is good for, 24 where nothing is said.", minimum = "1", maximum = "24")
        @Nullable
        Integer hours) {}
