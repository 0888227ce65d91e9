package org.ketaminecontent.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One or more query parameters are wrong. */
public class InvalidParameters extends Failure {

    private static final long serialVersionUID = 1;

    public InvalidParameters(List<Problem.Detail> details) {
        super(
                overall(details),
                details.stream().map(Problem.Detail::detail).collect(Collectors.joining(" ")),
                details,
                Map.of());
    }

    public InvalidParameters(String parameter, ErrorCode code, String detail) {
        this(List.of(Problem.Detail.ofParameter(parameter, code, detail)));
    }

    private static ErrorCode overall(List<Problem.Detail> details) {
        var codes = details.stream().map(Problem.Detail::code).distinct().toList();
        return codes.size() == 1 ? codes.get(0) : ErrorCode.INVALID_PARAMETERS;
    }
}
