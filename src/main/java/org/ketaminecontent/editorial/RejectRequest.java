package org.ketaminecontent.editorial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The reason for which a version is rejected. */
@Schema(name = "Rejection", requiredProperties = "reason")
public record RejectRequest(
        @Schema(description = "What has to be better.", maxLength = 1000) @Nullable
        String reason) {

    String checkedReason() {
        return RequiredText.of("/reason", reason);
    }
}
