package org.ketaminecontent.topic;

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

/** The topics of the API. */
@Path("/v1/topics")
@Tag(name = "Topics", description = "Pages, each on one subject.")
@Produces(MediaType.APPLICATION_JSON)
public class TopicResource {

    private final Topics topics;
    private final ApiAnswers delivery;
    private final RiskPictures pictures;

    TopicResource(Topics topics, ApiAnswers delivery, RiskPictures pictures) {
        this.topics = topics;
        this.delivery = delivery;
        this.pictures = pictures;
    }

    @GET
    @Operation(summary = "List topics")
    public RestResponse<Page<TopicDocument>> listTopics(
            @BeanParam TopicQuery query, @Context RoutingContext context, @Context UriInfo uri) {
        return delivery.page(topics, query, context, uri);
    }

    @GET
    @Path("/{slug}")
    @Operation(summary = "Read one topic")
    public RestResponse<Answer<TopicDocument>> getTopic(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @BeanParam DocumentQuery query,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return delivery.one(topics, slug, query, context, uri);
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
    public RestResponse<String> getTopicRiskPicture(
            @Parameter(description = "The document's slug or UUID.") @RestPath String slug,
            @Parameter(description = "The id of the risk.") @RestPath String risk,
            @Context RoutingContext context,
            @Context UriInfo uri) {
        return pictures.one(topics, slug, risk, context, uri);
    }
}
