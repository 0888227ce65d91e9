package org.ketaminecontent.delivery;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;

/** A page of a collection. It describes the output of {@link AnswerWriter}. */
public record Page<D extends Document>(
        List<D> data,
        @Schema(ref = "#/components/schemas/Included") Map<String, List<Document>> included,
        Info page,
        Meta meta,
        AnswerLinks links) {

    /** The position of the page in the list. */
    @Schema(name = "PageInfo")
    public record Info(
            int limit,
            boolean hasMore,

            @Schema(nullable = true, description = "The `cursor` of the next page; null on the last page.") @Nullable
            String nextCursor,

            @Schema(
                    nullable = true,
                    description = "The number of matching documents; null unless requested by" + " `count=exact`.")
            @Nullable
            Long total) {}
}
