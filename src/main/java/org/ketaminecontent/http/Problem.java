package org.ketaminecontent.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the form of <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>.
 *
 * @param instance the path of the request, without its query, because readers' queries are private
 * @param traceId identifies the request in the server's log
 */
@Schema(description = "An error (RFC 9457).")
public record Problem(
        @Schema(format = "uri", description = "Explains the error.")
        String type,

        String title,
        int status,
        String detail,
        @Schema(description = "The path that failed.") String instance,

        @Schema(implementation = String.class, description = "Stable code of the error, for programs.")
        ErrorCode code,

        @Schema(description = "Identifies the request in the server's log.")
        String traceId,

        @Schema(description = "The individual errors; empty if `detail` describes the only one.")
        List<Detail> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One error and its place: in a query parameter, a header or the body (RFC 6901). */
    @Schema(name = "ProblemDetail")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            @Nullable String parameter,
            @Nullable String header,
            @Nullable String pointer,
            @Schema(implementation = String.class) ErrorCode code,
            String detail) {

        public static Detail ofParameter(String parameter, ErrorCode code, String detail) {
            return new Detail(parameter, null, null, code, detail);
        }
    }

    static Problem of(Failure failure, String base, String path, String traceId) {
        var code = failure.code();
        return new Problem(
                base + "/v1/problems/" + code.code(),
                code.title,
                code.status,
                String.valueOf(failure.getMessage()),
                path,
                code,
                traceId,
                failure.details(),
                failure.extensions());
    }
}
