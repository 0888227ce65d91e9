package org.ketaminecontent.editorial;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.content.ReviewStatus;
import org.ketaminecontent.http.RequestFacts;

/** Lists the documents that have to be reviewed again. */
@Path("/editorial/v1/reviews")
@Tag(name = "Reviews", description = "Documents whose next review is due.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {

    private final Reviews reviews;
    private final RequestFacts facts;

    ReviewResource(Reviews reviews, RequestFacts facts) {
        this.reviews = reviews;
        this.facts = facts;
    }

    /** Live documents whose review is due, the most urgent first. */
    @Schema(name = "Reviews")
    public record ReviewList(List<ReviewDue> data) {}

    /** A live document whose review is due. */
    @Schema(name = "ReviewDue")
    public record ReviewDue(
            @Schema(description = "`due-soon` from thirty days before the day, `overdue` after it.")
            ReviewStatus status,

            EditorialDocument document) {

        static ReviewDue of(Reviews.Due due) {
            return new ReviewDue(due.overdue() ? ReviewStatus.OVERDUE : ReviewStatus.DUE_SOON, due.document());
        }
    }

    @GET
    @RequiresRight(Right.READ)
    @Operation(
            summary = "List reviews that are due",
            description = "Live documents whose review is due within thirty days, or overdue.")
    public RestResponse<ReviewList> listReviews(
            @QueryParam("status") @Parameter(description = "Only reviews with this status.") @Nullable
                    ReviewStatus status,
            @Context RoutingContext context) {
        var due = reviews.due(facts.base(context)).stream()
                .map(ReviewDue::of)
                .filter(each -> status == null || each.status() == status)
                .toList();
        return UncachedAnswers.ok(new ReviewList(due));
    }
}
