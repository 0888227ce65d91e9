package org.example.gadget;

import io.quarkus.arc.profile.IfBuildProfile;
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

/** The gadgets of the API. */
@Path("/v1/gadgets")
@Tag(name = "Gadgets", description = "Devices.")
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProfile(Gadgets.PROFILE)
public class GadgetResource {

    private final Gadgets gadgets;
    private final ApiAnswers delivery;

    GadgetResource(Gadgets gadgets, ApiAnswers delivery) {
        this.gadgets = gadgets;
        this.delivery = delivery;
    }

    @GET
    @Operation(summary = "List gadgets")
    public RestResponse<Page<GadgetDocument>> listGadgets(
            @BeanParam GadgetQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(gadgets, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one gadget")
    public RestResponse<Answer<GadgetDocument>> getGadget(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(gadgets, slug, query, context, uri);
    }
}
