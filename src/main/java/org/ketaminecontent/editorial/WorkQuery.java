package org.ketaminecontent.editorial;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** Which documents are asked for. */
public class WorkQuery {

    static final int DEFAULT_LIMIT = 20;

    @QueryParam("state")
    @Separator(",")
    @Parameter(description = "The state of the newest version. Several values match any of them.")
    public List<WorkState> state = new ArrayList<>();

    @QueryParam("author")
    @Parameter(
            description = "The id or name of the author of any version.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200, description = "an id or a name is allowed."))
    public @Nullable String author;

    @QueryParam("reviewDueBefore")
    @Parameter(
            description = "Only documents whose next review is due before this day.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = DAY,
                            description = "a day such as 2026-01-31 is allowed."))
    public @Nullable String reviewDueBefore;

    @QueryParam("limit")
    @Parameter(
            description = "The largest number of documents in a page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    public @Nullable Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The start of the page: `page.nextCursor` of the previous page.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    public @Nullable String cursor;

    static final String DAY = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
}
