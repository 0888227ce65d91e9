package org.ketaminecontent.condition;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.Answer;
import org.ketaminecontent.delivery.ApiAnswers;
import org.ketaminecontent.delivery.DocumentQuery;
import org.ketaminecontent.delivery.Page;
import org.ketaminecontent.delivery.RiskPictures;

/** The conditions of the API. */
@Path("/v1/conditions")
@Tag(name = "Conditions", description = "Conditions that ketamine has been tried for, with the evidence.")
@Produces(MediaType.APPLICATION_JSON)
public class ConditionResource {

    private final Conditions conditions;
    private final ApiAnswers delivery;
    private final RiskPictures pictures;

    ConditionResource(Conditions conditions, ApiAnswers delivery, RiskPictures pictures) {
        this.conditions = conditions;
        this.delivery = delivery;
        this.pictures = pictures;
    }

    @GET
    @Operation(summary = "List conditions")
    public RestResponse<Page<ConditionDocument>> listConditions(
            @BeanParam ConditionQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(conditions, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one condition")
    public RestResponse<Answer<ConditionDocument>> getCondition(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(conditions, slug, query, context, uri);
    }

    @GET
    @Path("/{slug}/risks/{risk}.svg")
    @Produces(RiskPictures.MEDIA_TYPE)
    @Operation(
            summary = "Draw a risk",
            description = "An icon array: one cell for each person, both groups side by side. The harms that balance"
                    + " a benefit are shown below it.")
    @APIResponse(
            responseCode = "200",
            description = "The drawing.",
            content = @Content(mediaType = RiskPictures.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> getConditionRiskPicture(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @Parameter(description = "The id of the risk.") @RestPath String risk,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return pictures.one(conditions, slug, risk, context, uri);
    }
}
