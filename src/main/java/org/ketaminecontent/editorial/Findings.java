package org.ketaminecontent.editorial;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with a draft. */
@Schema(name = "Findings")
public record Findings(
        @Schema(description = "Whether it could be published as it is, once it is approved.")
        boolean valid,

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
        return new Findings(
                found.isEmpty(),
                found.stream()
                        .map(each -> new Finding(pointer(each), each.line(), each.message()))
                        .toList());
    }

    private static String pointer(org.ketaminecontent.publishing.Finding finding) {
        return finding.pointer().equals("/slug") ? "/slug" : "/content" + finding.pointer();
    }
}
