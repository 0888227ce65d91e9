package org.ketaminecontent.editorial;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a draft. */
@Schema(name = "Findings")
public record Findings(
        @Schema(description = "Whether it could be published as it is, once it is approved.")
        boolean valid,

        @Schema(description = "The first fifty, and of the others their number.")
        List<Finding> findings) {

    /** Something that keeps a draft from being published. */
    @Schema(name = "Finding")
    public record Finding(
            @Schema(description = "Where it stands in what was sent (RFC 6901).")
            String pointer,

            @Schema(description = "In `/content/body` the line, from 1; elsewhere 0.")
            int line,

            String message) {}

    static Findings of(List<org.ketaminecontent.publishing.Finding> found) {
        var told = new ArrayList<Finding>();
        org.ketaminecontent.publishing.Finding.told(found)
                .forEach(each -> told.add(new Finding(pointer(each), each.line(), each.message())));
        var untold = org.ketaminecontent.publishing.Finding.untold(found);
        if (!untold.isEmpty()) {
            told.add(new Finding("/content", 0, untold));
        }
        return new Findings(found.isEmpty(), told);
    }

    private static String pointer(org.ketaminecontent.publishing.Finding finding) {
        return finding.pointer().equals("/slug") ? "/slug" : "/content" + finding.pointer();
    }
}
