package org.ketaminecontent.editorial;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.OptionalBody;
import org.ketaminecontent.publishing.Publication;

/** The way in which a version is published. */
@OptionalBody
@Schema(name = "Publishing")
public record PublishRequest(
        @Schema(description = "The correction of a published error, which readers see.") @Nullable
        Fix correction) {

    /** @throws org.ketaminecontent.http.Failure where a correction does not say everything */
    void check(String pointer) {
        if (correction != null) {
            var at = pointer + "/correction";
            if (correction.severity() == null) {
                throw JsonBodyReader.invalid(List.of(
                        JsonBodyReader.detail(at + "/severity", "must be one of minor, material, safety-critical")));
            }
            RequiredText.of(at + "/wasWrong", correction.wasWrong());
            RequiredText.of(at + "/isRight", correction.isRight());
        }
    }

    static final PublishRequest PLAIN = new PublishRequest(null);

    /** A statement that was wrong, and the one that is right. */
    @Schema(name = "Fix")
    public record Fix(
            @NotNull CorrectionSeverity severity,
            @NotBlank String wasWrong,
            @NotBlank String isRight) {

        Publication.Fix publication() {
            return new Publication.Fix(severity, wasWrong, isRight);
        }
    }
}
