package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ApiDescription;
import org.ketaminecontent.http.ParameterCheck;
import org.ketaminecontent.http.QueryParameter;

/** Search of documents by readers' words. */
@Path("/v1/search")
@Tag(name = "Search", description = "Search by readers' own words and by clinical codes.")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    /** The operation that describes the parameters of every search. */
    private static final String BY_ADDRESS = "searchDocuments";

    private final Searcher searcher;
    private final ApiDescription description;
    private final ObjectMapper mapper;
    private final SearchCounts counts;

    SearchResource(Searcher searcher, ApiDescription description, ObjectMapper mapper, SearchCounts counts) {
        this.searcher = searcher;
        this.counts = counts;
        this.description = description;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Search documents",
            description =
                    "Understands readers' words, synonyms, misspelled words and clinical codes. If the words suggest"
                            + " suicide, self-harm or another danger, `crisis` is given and must be shown first. The"
                            + " query is never logged.")
    public RestResponse<SearchAnswer> searchDocuments(
            @BeanParam SearchQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        return answer(searcher.answer(query, uri.getQueryParameters(), context));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Search documents by POST",
            description =
                    "The same search with the query in the body instead of the address, which browsers and proxies"
                            + " may store. The members are the parameters of `GET /v1/search`, as JSON or as a form."
                            + " Request the next page with `cursor` set to `page.nextCursor`.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = SearchRequest.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                        schema = @Schema(implementation = SearchRequest.class))
            })
    public RestResponse<SearchAnswer> searchDocumentsByBody(byte @Nullable [] body, @Context RoutingContext context)
            throws JsonProcessingException {
        return answer(SearchRequest.parameters(body, known()), context);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<SearchAnswer> searchDocumentsByForm(
            MultivaluedMap<String, String> form, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        ParameterCheck.check(uri.getQueryParameters(), Map.of());
        ParameterCheck.checkBody(form, known());
        return answer(form, context);
    }

    private Map<String, QueryParameter> known() {
        return description.parametersOf(BY_ADDRESS).orElseThrow();
    }

    private RestResponse<SearchAnswer> answer(Map<String, List<String>> parameters, RoutingContext context)
            throws JsonProcessingException {
        return answer(
                searcher.answer(SearchQuery.of(parameters), parameters, context).withoutWords());
    }

    private RestResponse<SearchAnswer> answer(Searcher.Answered answered) throws JsonProcessingException {
        var links = answered.answer().links().byRelation();
        return answered.around()
                .rendering(mapper.writeValueAsString(answered.answer()), links)
                .counted(counts.of(answered.answer()))
                .described();
    }
}
