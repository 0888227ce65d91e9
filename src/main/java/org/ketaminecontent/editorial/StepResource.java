package org.ketaminecontent.editorial;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;

/** Takes documents from a draft to publication, and to their withdrawal. */
@Path("/editorial/v1/{collection}")
@Tag(name = "Documents", description = "From the first draft to the withdrawal.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class StepResource {

    private final Reviews reviews;
    private final Schedules schedules;
    private final Releases releases;
    private final StepAnswers steps;

    StepResource(Reviews reviews, Schedules schedules, Releases releases, StepAnswers steps) {
        this.reviews = reviews;
        this.schedules = schedules;
        this.releases = releases;
        this.steps = steps;
    }

    @POST
    @Path("/{name}/submit")
    @RequiresRight(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Submit a draft for review", description = "A draft that breaks a rule is refused.")
    public RestResponse<EditorialDocument> submitDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return steps.answer(collection, name, context, reviews::submit);
    }

    @POST
    @Path("/{name}/approve")
    @RequiresRight(Right.REVIEW)
    @Operation(
            summary = "Approve a version",
            description = "The reviewer must not have written any part of it. Readers see the reviewer's name and"
                    + " credentials and the date of the next review. A minor change that is approved without a"
                    + " body keeps the last review.")
    public RestResponse<EditorialDocument> approveDraft(
            @RestPath String collection, @RestPath String name, SignOff body, @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> reviews.approve(actor, target, body));
    }

    @POST
    @Path("/{name}/reject")
    @RequiresRight(Right.REVIEW)
    @Operation(
            summary = "Reject a version",
            description = "The version becomes a draft again, and its author sees the reason.")
    public RestResponse<EditorialDocument> rejectDraft(
            @RestPath String collection, @RestPath String name, RejectRequest body, @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> reviews.reject(actor, target, body));
    }

    @POST
    @Path("/{name}/publish")
    @RequiresRight(Right.PUBLISH)
    @Operation(summary = "Publish the approved version")
    public RestResponse<EditorialDocument> publishDraft(
            @RestPath String collection, @RestPath String name, PublishRequest body, @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> releases.publish(actor, target, body));
    }

    @POST
    @Path("/{name}/withdraw")
    @RequiresRight(Right.PUBLISH)
    @Operation(summary = "Withdraw the live version", description = "Readers see the reason and the successor.")
    public RestResponse<EditorialDocument> withdrawDocument(
            @RestPath String collection, @RestPath String name, WithdrawRequest body, @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> releases.withdraw(actor, target, body));
    }

    @POST
    @Path("/{name}/schedule")
    @RequiresRight(Right.PUBLISH)
    @Operation(
            summary = "Schedule a publication or withdrawal",
            description = "The step is taken once, at the given time, by one of the replicas.")
    public RestResponse<EditorialDocument> scheduleDocument(
            @RestPath String collection, @RestPath String name, ScheduleRequest body, @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> schedules.schedule(actor, target, body));
    }

    @POST
    @Path("/{name}/unschedule")
    @RequiresRight(Right.PUBLISH)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Cancel a schedule")
    public RestResponse<EditorialDocument> unscheduleDocument(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return steps.answer(collection, name, context, schedules::unschedule);
    }
}
