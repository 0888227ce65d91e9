package org.ketaminecontent.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;

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

    @QueryParam("view")
    @Parameter(
            description =
                    "`summary`, the default, leaves out running text and parts, such as sections, key facts, numbers"
                            + " and relations: what is left is what a list shows, the risk summary included. `full` is all of each"
                            + " document. Not together with `fields`.")
    public @Nullable View view;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Only documents updated at or after this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time", maxLength = 40))
    public @Nullable String updatedSince;

    @Override
    boolean isSummary() {
        return view != View.FULL;
    }

    /**
     * Refuses two ways to choose fields in one query.
     *
     * @throws InvalidParameters if there are both
     */
    void checkView() {
        if (view != null && !fields.isEmpty()) {
            throw new InvalidParameters(
                    "view",
                    ErrorCode.INVALID_VALUE,
                    "The parameter 'view' cannot be sent together with 'fields': both choose what is sent.");
        }
    }

    /** The part of each document that is sent. */
    @Schema(name = "ListView")
    public enum View {
        @JsonProperty("full")
        FULL,
        @JsonProperty("summary")
        SUMMARY
    }

    /** The mode of counting. */
    @Schema(name = "CountMode")
    public enum Count {
        @JsonProperty("exact")
        EXACT
    }

    /** Adds the conditions of the query. */
    public abstract void narrow(ListFilter filter);
}
