package org.ketaminecontent.description;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.http.ErrorCode;

/** The meaning of an error code. */
@Schema(description = "What an error code means, and what to do about it.")
public record ProblemType(
        @Schema(implementation = String.class) ErrorCode code,
        int status,
        String title,
        String explanation,
        @Schema(format = "uri") String href) {

    static ProblemType of(ErrorCode code, String base) {
        return new ProblemType(code, code.status, code.title, code.explanation, base + "/v1/problems/" + code.code());
    }
}
