package org.ketaminecontent.glossary;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.Answer;
import org.ketaminecontent.delivery.ApiAnswers;
import org.ketaminecontent.delivery.DocumentQuery;
import org.ketaminecontent.delivery.Page;

/** The glossary terms of the API. */
@Path("/v1/glossary")
@Tag(name = "Glossary", description = "Terms explained in plain words.")
@Produces(MediaType.APPLICATION_JSON)
public class GlossaryTermResource {

    private final Glossary glossary;
    private final ApiAnswers delivery;

    GlossaryTermResource(Glossary glossary, ApiAnswers delivery) {
        this.glossary = glossary;
        this.delivery = delivery;
    }

    @GET
    @Operation(summary = "List glossary terms")
    public RestResponse<Page<GlossaryTermDocument>> listGlossaryTerms(
            @BeanParam GlossaryTermQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(glossary, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one glossary term")
    public RestResponse<Answer<GlossaryTermDocument>> getGlossaryTerm(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(glossary, slug, query, context, uri);
    }
}
