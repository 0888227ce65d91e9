package org.ketaminecontent.editorial;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
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
import org.ketaminecontent.live.DatabaseClock;

/** Lists what is to be reviewed again. */
@Path("/editorial/v1/reviews")
@Tag(name = "Reviews", description = "What is to be reviewed again.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {

    private final RequestFacts facts;
    private final DatabaseClock clock;

    ReviewResource(RequestFacts facts, DatabaseClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** Live documents whose review is due, the most urgent first. */
    @Schema(name = "Reviews")
    public record Reviews(List<Due> data) {

        /** A live document whose review is due. */
        @Schema(name = "ReviewDue")
        public record Due(
                @Schema(description = "`due-soon` from thirty days before the day, `overdue` after it.")
                ReviewStatus status,

                EditorialDocument document) {}
    }

    @GET
    @RequiresRight(Right.READ)
    @Transactional
    @Operation(summary = "List live documents whose review is due within thirty days, or overdue")
    public RestResponse<Reviews> listReviews(
            @QueryParam("status") @Parameter(description = "Only these.") @Nullable ReviewStatus status,
            @Context RoutingContext context) {
        var today = clock.today();
        var base = facts.base(context);
        var due = Work.dueUntil(today.plusDays(30)).stream()
                .map(work -> new Reviews.Due(
                        work.isOverdueOn(today) ? ReviewStatus.OVERDUE : ReviewStatus.DUE_SOON,
                        EditorialDocument.of(work, null, base)))
                .filter(each -> status == null || each.status() == status)
                .toList();
        return UncachedAnswers.ok(new Reviews(due));
    }
}
