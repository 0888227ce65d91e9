package org.ketaminecontent.editorial;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The reason for which a document is withdrawn, and the document that takes its place. */
@Schema(name = "Withdrawal", requiredProperties = "reason")
public record WithdrawRequest(
        @Schema(description = "The reason, which readers see.", maxLength = 1000) @Nullable
        String reason,

        @Schema(description = "The live document that replaces it, such as `topics/history`.") @Nullable
        String successor) {

    DocumentWithdrawal of(StepTarget target) {
        return new DocumentWithdrawal(target, RequiredText.of("/reason", reason), successor);
    }
}
