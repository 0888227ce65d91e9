package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds documents by what readers write. */
@Path("/v1/search")
@Tag(name = "Search", description = "Documents by readers' own words and by clinical codes.")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private final Searcher searcher;
    private final ObjectMapper mapper;

    SearchResource(Searcher searcher, ObjectMapper mapper) {
        this.searcher = searcher;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            summary = "Search all documents",
            description =
                    "Understands readers' words, other names of things, misspelt words and clinical codes. Where the words may come from somebody who thinks of suicide or self-harm, `crisis` comes first. The query is kept in no log.")
    public RestResponse<SearchAnswer> searchDocuments(
            @BeanParam SearchQuery query, @Context RoutingContext context, @Context UriInfo uri)
            throws JsonProcessingException {
        var answered = searcher.answer(query, uri.getQueryParameters(), context);
        var links = answered.answer().links().byRelation();
        return answered.around()
                .rendering(mapper.writeValueAsString(answered.answer()), links)
                .described();
    }
}
