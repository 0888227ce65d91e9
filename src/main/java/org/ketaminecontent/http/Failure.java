package org.ketaminecontent.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A failed request: the error code and the details of its problem. */
public class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient List<Problem.Detail> details;
    private final transient Map<String, Object> extensions;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Failure(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of());
    }

    /** @param extensions further members of the problem besides those of RFC 9457 */
    public Failure(ErrorCode code, String message, List<Problem.Detail> details, Map<String, Object> extensions) {
        super(message);
        this.code = code;
        this.details = details;
        this.extensions = extensions;
    }

    /** The same failure with a response header. */
    public Failure with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> headers() {
        return headers;
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
