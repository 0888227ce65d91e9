package org.ketaminecontent.crisis;

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

/** The crisis resources of the API. */
@Path("/v1/crisis-resources")
@Tag(name = "Crisis resources", description = "Services to turn to in danger.")
@Produces(MediaType.APPLICATION_JSON)
public class CrisisResourceResource {

    private final CrisisResources crisisResources;
    private final ApiAnswers delivery;

    CrisisResourceResource(CrisisResources crisisResources, ApiAnswers delivery) {
        this.crisisResources = crisisResources;
        this.delivery = delivery;
    }

    @GET
    @Operation(summary = "List crisis resources")
    public RestResponse<Page<CrisisResourceDocument>> listCrisisResources(
            @BeanParam CrisisResourceQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(crisisResources, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one crisis resource")
    public RestResponse<Answer<CrisisResourceDocument>> getCrisisResource(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(crisisResources, slug, query, context, uri);
    }
}
