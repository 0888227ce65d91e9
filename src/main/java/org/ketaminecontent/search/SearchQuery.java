package org.ketaminecontent.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Theme;

/** The query parameters of the search. */
public class SearchQuery {

    static final String TEXT = "^[\\s\\S]*\\S[\\s\\S]*$";
    static final int LONGEST = 200;
    static final int DEFAULT_LIMIT = 20;

    @QueryParam("q")
    @Parameter(
            required = true,
            description = "The reader's text: words, a question or a clinical code. It is never logged.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            description = "some text is required.",
                            pattern = TEXT,
                            maxLength = LONGEST))
    public @Nullable String q;

    @QueryParam("types")
    @Separator(",")
    @Parameter(name = "types", description = "Only documents of these collections.")
    public List<String> types = List.of();

    @QueryParam("theme")
    @Separator(",")
    @Parameter(description = "Only topics and FAQs of this theme. Several values match any of them.")
    public List<Theme> theme = List.of();

    @QueryParam("facets")
    @Separator(",")
    @Parameter(name = "facets", description = "The counts to return in `facets`.")
    public List<SearchAnswer.Facet> facets = List.of();

    @QueryParam("limit")
    @Parameter(
            description = "Maximum number of documents.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"))
    public @Nullable Integer limit;

    @QueryParam("cursor")
    @Parameter(
            description =
                    "The start of the page: `page.nextCursor` of the previous page. Valid only for the same query."
                            + " At most 100 hits can be paged through.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 2000))
    public @Nullable String cursor;

    /** @param parameters the validated parameters */
    static SearchQuery of(Map<String, List<String>> parameters) {
        var query = new SearchQuery();
        query.q = first(parameters, "q");
        query.types = parameters.getOrDefault("types", List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .toList();
        query.theme = each(parameters, "theme", Theme.class);
        query.facets = each(parameters, "facets", SearchAnswer.Facet.class);
        var limit = first(parameters, "limit");
        query.limit = limit == null ? null : Integer.valueOf(limit);
        query.cursor = first(parameters, "cursor");
        return query;
    }

    private static @Nullable String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
    }

    private static <E extends Enum<E>> List<E> each(Map<String, List<String>> parameters, String name, Class<E> type) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')))
                .toList();
    }
}
