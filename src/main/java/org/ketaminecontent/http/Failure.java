package org.ketaminecontent.http;

import java.util.List;
import java.util.Map;

/** What ends a request without the answer that was asked for. */
public class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<Problem.Detail> details;
    private final transient Map<String, Object> extensions;

    public Failure(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of());
    }

    /** @param extensions members to stand in the problem beside those of RFC 9457 */
    public Failure(ErrorCode code, String message, List<Problem.Detail> details, Map<String, Object> extensions) {
        super(message);
        this.code = code;
        this.details = details;
        this.extensions = extensions;
    }

    public ErrorCode code() {
        return code;
    }

    public List<Problem.Detail> details() {
        return details;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
