package org.ketaminecontent.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Addresses of this answer and the next page, as in the {@code Link} header. */
public record AnswerLinks(
        @Schema(format = "uri") String self,

        @Schema(format = "uri", nullable = true, description = "Null on the last page.") @Nullable
        String next) {

    /** The present links, by relation (RFC 8288). */
    public Map<String, String> byRelation() {
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        if (next != null) {
            links.put("next", next);
        }
        return links;
    }
}
