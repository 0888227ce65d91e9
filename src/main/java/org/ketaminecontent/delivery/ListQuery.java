package org.ketaminecontent.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of documents. The description adds the values of {@code sort}. */
public abstract class ListQuery extends DocumentQuery {

    static final int DEFAULT_LIMIT = 20;

    @QueryParam("limit")
    @Parameter(
            description = "Maximum number of documents.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    public @Nullable Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description = "The start of the page: `page.nextCursor` of the previous page. Valid only for the same"
                    + " query.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    public @Nullable String cursor;

    @QueryParam("count")
    @Parameter(description = "`exact` counts the matching documents in `page.total`.")
    public @Nullable Count count;

    @QueryParam("sort")
    @Separator(",")
    @Parameter(
            name = "sort",
            description = "Sort keys, with a minus sign for descending order. Documents with equal keys are sorted"
                    + " by slug.")
    public List<String> sort = List.of();

    @QueryParam("updatedSince")
    @Parameter(
            description = "Only documents updated at or after this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
    public @Nullable String updatedSince;

    /** The mode of counting. */
    @Schema(name = "CountMode")
    public enum Count {
        @JsonProperty("exact")
        EXACT
    }

    /** Adds the conditions of the query. */
    public abstract void narrow(ListFilter filter);
}
