package org.ketaminecontent.delivery;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list of corrections. */
public class CorrectionQuery {

    @QueryParam("limit")
    @Parameter(
            description = "Maximum number of corrections.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    public @Nullable Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The start of the page: `page.nextCursor` of the previous page. Valid only for the same"
                    + " query.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    public @Nullable String cursor;
}
