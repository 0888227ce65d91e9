package org.ketaminecontent.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A failure because of invalid query parameters. */
public class InvalidParameters extends Failure {

    private static final long serialVersionUID = 1;

    /**
     * The maximum number of reported errors; further ones are only counted, so that the answer does not become much
     * larger than the request.
     */
    static final int TOLD = 10;

    public InvalidParameters(List<Problem.Detail> details) {
        super(overall(details), told(details), details.stream().limit(TOLD).toList(), Map.of());
    }

    private static String told(List<Problem.Detail> details) {
        var told = details.stream().limit(TOLD).map(Problem.Detail::detail).collect(Collectors.joining(" "));
        int more = details.size() - TOLD;
        return more <= 0
                ? told
                : told + " There " + (more == 1 ? "is 1 more mistake." : "are " + more + " more mistakes.");
    }

    public InvalidParameters(String parameter, ErrorCode code, String detail) {
        this(List.of(Problem.Detail.ofParameter(parameter, code, detail)));
    }

    private static ErrorCode overall(List<Problem.Detail> details) {
        var codes = details.stream().map(Problem.Detail::code).distinct().toList();
        return codes.size() == 1 ? codes.get(0) : ErrorCode.INVALID_PARAMETERS;
    }
}
