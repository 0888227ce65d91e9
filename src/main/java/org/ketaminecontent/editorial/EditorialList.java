package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of documents, the last worked on first. */
@Schema(name = "EditorialList")
public record EditorialList(List<EditorialDocument> data, PageInfo page) {

    /** The place at which the list goes on. */
    @Schema(name = "EditorialPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PageInfo(
            int limit, boolean hasMore, @Nullable String nextCursor) {}
}
