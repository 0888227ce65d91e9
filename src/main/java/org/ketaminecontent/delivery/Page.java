package org.ketaminecontent.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;
import org.ketaminecontent.http.Rendered;
import org.ketaminecontent.http.Rendering;

/** Some of a collection's documents. */
public record Page<D extends Document>(
        List<D> data,
        @Schema(ref = "#/components/schemas/Included") Map<String, List<Document>> included,
        Info page,
        Meta meta,
        AnswerLinks links,
        @JsonIgnore @Schema(hidden = true) Rendering rendering)
        implements Rendered {

    /** Where the page stands in the list. */
    @Schema(name = "PageInfo")
    public record Info(
            int limit,
            boolean hasMore,

            @Schema(nullable = true, description = "The `cursor` of the next page; null on the last.") @Nullable
            String nextCursor,

            @Schema(nullable = true, description = "How many documents match; null unless asked for by `count=exact`.")
            @Nullable
            Long total) {}
}
