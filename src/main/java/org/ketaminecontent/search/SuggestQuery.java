package org.ketaminecontent.search;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the type-ahead. */
public class SuggestQuery {

    static final int DEFAULT_LIMIT = 8;

    @QueryParam("q")
    @Parameter(
            required = true,
            description = "The reader's text so far. It is never logged.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "some text is required.",
                            pattern = SearchQuery.TEXT,
                            maxLength = SearchQuery.LONGEST))
    public @Nullable String q;

    @QueryParam("limit")
    @Parameter(
            description = "Maximum number of suggestions.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "8"))
    public @Nullable Integer limit;
}
