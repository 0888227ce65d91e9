package org.ketaminecontent.editorial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.Problem.Detail;
import org.ketaminecontent.manuscript.Finding;

/** Content that breaks rules. */
class InvalidContent extends Failure {

    private static final long serialVersionUID = 1;

    private InvalidContent(String message, List<Detail> details) {
        super(ErrorCode.INVALID_CONTENT, message, details, Map.of());
    }

    /** @param place the pointer within what was sent of the content that a finding is on */
    static InvalidContent of(List<Finding> findings, Function<Finding, String> place) {
        var details = new ArrayList<Detail>();
        Finding.told(findings).forEach(each -> details.add(at(place.apply(each) + each.pointer(), message(each))));
        var untold = Finding.untold(findings);
        if (!untold.isEmpty()) {
            details.add(at(place.apply(findings.get(0)), untold));
        }
        return new InvalidContent(
                findings.size() == 1
                        ? "The content breaks a rule."
                        : "The content breaks " + findings.size() + " rules.",
                details);
    }

    static InvalidContent at(String pointer, List<String> messages) {
        return new InvalidContent(
                "The content breaks a rule.",
                messages.stream().map(message -> at(pointer, message)).toList());
    }

    /** A change that says it is minor and is not. */
    static InvalidContent tooLarge(List<Detail> details) {
        return new InvalidContent(
                "The change is too large to be minor: it needs a review of its own, without 'minor'.", details);
    }

    private static Detail at(String pointer, String message) {
        return new Detail(null, null, pointer, ErrorCode.INVALID_CONTENT, message);
    }

    private static String message(Finding finding) {
        return (finding.line() > 0 ? "line " + finding.line() + ": " : "") + finding.message();
    }
}
