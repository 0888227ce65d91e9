package org.ketaminecontent.studio;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.Releases;
import org.ketaminecontent.editorial.ScheduleRequest;
import org.ketaminecontent.editorial.Schedules;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.WithdrawRequest;
import org.ketaminecontent.editorial.Work;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The page of a withdrawal, now or at a time: it shows what vanishes and what points to it, and asks for the reason. */
@Path(StudioPages.STUDIO + "/{collection}/{name}/withdraw")
@Produces(StudioPages.HTML)
public class WithdrawalPages {

    private final WorkReader documents;
    private final Releases releases;
    private final Schedules schedules;
    private final DocumentScreens screens;
    private final StudioSteps steps;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    WithdrawalPages(
            WorkReader documents,
            Releases releases,
            Schedules schedules,
            DocumentScreens screens,
            StudioSteps steps,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.documents = documents;
        this.releases = releases;
        this.schedules = schedules;
        this.screens = screens;
        this.steps = steps;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.PUBLISH, actor);
            var blank = new Filled(new EditTarget(collection, name, ""), "", "", "");
            return StudioPages.page(Response.Status.OK, page(actor, blank, FieldErrors.NOTHING, context));
        });
    }

    /** The form as it was filled in. */
    private record Filled(EditTarget place, String reason, String successor, String withdrawAt) {

        static Filled of(String collection, String name, SubmittedForm form) {
            return new Filled(
                    new EditTarget(collection, name, form.text("etag")),
                    form.text("reason").strip(),
                    form.text("successor").strip(),
                    form.text("withdrawAt"));
        }

        @Nullable
        String namedSuccessor() {
            return successor.isEmpty() ? null : successor;
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response withdraw(
            @RestPath String collection,
            @RestPath String name,
            MultivaluedMap<String, String> form,
            @Context RoutingContext context) {
        pages.refuseForeign(context);
        return pages.signedIn(context, actor -> {
            var sent = new SubmittedForm(form, screens.form(collection));
            var filled = Filled.of(collection, name, sent);
            try {
                authorization.require(Right.PUBLISH, actor, context);
                return steps.shown(take(actor, filled, sent), "Done", context);
            } catch (Failure e) {
                return StudioPages.page(pages.status(e, context), page(actor, filled, FieldErrors.of(e), context));
            }
        });
    }

    private Work take(Actor actor, Filled filled, SubmittedForm sent) {
        var target = filled.place().target();
        if (sent.step().equals(Step.SCHEDULE.text())) {
            var at = FormTimes.requiredTime(sent, "withdrawAt");
            return schedules.schedule(
                    actor, target, new ScheduleRequest(null, at, filled.reason(), filled.namedSuccessor()));
        }
        return releases.withdraw(actor, target, new WithdrawRequest(filled.reason(), filled.namedSuccessor()));
    }

    private WithdrawPage page(Actor actor, Filled filled, FieldErrors wrong, RoutingContext context) {
        var base = facts.base(context);
        var place = filled.place();
        var live = documents.live(place.collection(), place.name(), base);
        return new WithdrawPage(
                new StudioFrame("Withdraw “" + live.title() + "”", actor, wrong.message(), null),
                facts.editorsPath() + StudioPages.STUDIO + "/" + place.collection() + "/"
                        + live.document().id(),
                live.document().etag(),
                live.title(),
                base + "/" + live.name(),
                live.referencedBy(),
                filled.reason(),
                wrong.at("reason"),
                filled.successor(),
                wrong.at("successor"),
                filled.withdrawAt(),
                wrong.at("withdrawAt"),
                facts.editorsPath() + StudioPages.STUDIO + "/release?withdraw=" + live.name());
    }
}
