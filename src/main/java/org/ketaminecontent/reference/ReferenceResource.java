package org.ketaminecontent.reference;

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

/** The references of the API. */
@Path("/v1/references")
@Tag(name = "References", description = "The sources cited by the content.")
@Produces(MediaType.APPLICATION_JSON)
public class ReferenceResource {

    private final References references;
    private final ApiAnswers delivery;

    ReferenceResource(References references, ApiAnswers delivery) {
        this.references = references;
        this.delivery = delivery;
    }

    @GET
    @Operation(summary = "List references")
    public RestResponse<Page<ReferenceDocument>> listReferences(
            @BeanParam ReferenceQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(references, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one reference")
    public RestResponse<Answer<ReferenceDocument>> getReference(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(references, slug, query, context, uri);
    }
}
