package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules that a draft breaks, and advice on it. */
@Schema(name = "Findings")
public record DraftFindings(
        @Schema(description = "True if the draft can be published once it is approved.")
        boolean valid,

        @Schema(description = "The first fifty findings, and the number of the others.")
        List<Finding> findings) {

    /** Something in a draft that breaks a rule. */
    @Schema(name = "Finding")
    public record Finding(
            @Schema(description = "The place in the request body as a JSON pointer (RFC 6901).")
            String pointer,

            @Schema(description = "The line in `/content/body`, from 1; 0 for other fields.")
            int line,

            String message,

            @Schema(description = "An `error` prevents publication, a `warning` does not.")
            Level level) {}

    /** The weight of a finding. */
    @Schema(name = "FindingLevel")
    public enum Level {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("warning")
        WARNING
    }

    static DraftFindings of(List<org.ketaminecontent.manuscript.Finding> found) {
        var told = new ArrayList<Finding>();
        var refusing = org.ketaminecontent.manuscript.Finding.refusing(found);
        // What keeps it from being published is told first.
        var inOrder = found.stream()
                .sorted(Comparator.comparing((org.ketaminecontent.manuscript.Finding each) -> !each.refuses()))
                .toList();
        org.ketaminecontent.manuscript.Finding.told(inOrder)
                .forEach(each -> told.add(new Finding(
                        pointer(each), each.line(), each.message(), each.refuses() ? Level.ERROR : Level.WARNING)));
        var untold = org.ketaminecontent.manuscript.Finding.untold(found);
        if (!untold.isEmpty()) {
            told.add(new Finding(
                    "/content",
                    0,
                    untold,
                    refusing.size() > org.ketaminecontent.manuscript.Finding.MOST_TOLD ? Level.ERROR : Level.WARNING));
        }
        return new DraftFindings(refusing.isEmpty(), told);
    }

    private static String pointer(org.ketaminecontent.manuscript.Finding finding) {
        return finding.pointer().equals("/slug") ? "/slug" : "/content" + finding.pointer();
    }
}
