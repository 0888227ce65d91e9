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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.Releases;
import org.ketaminecontent.editorial.WithdrawRequest;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The second step of a withdrawal: what vanishes, what points to it, and why. */
@Path(StudioPages.STUDIO + "/{collection}/{name}/withdraw")
@Produces(StudioPages.HTML)
public class WithdrawalPages {

    private final WorkReader documents;
    private final Releases releases;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    WithdrawalPages(
            WorkReader documents,
            Releases releases,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.documents = documents;
        this.releases = releases;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.PUBLISH, actor);
            return StudioPages.page(
                    Response.Status.OK,
                    page(actor, new Place(collection, name, ""), "", "", FieldErrors.NOTHING, context));
        });
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
            var place = new Place(collection, name, Objects.requireNonNullElse(form.getFirst("etag"), ""));
            var reason = Objects.requireNonNullElse(form.getFirst("reason"), "").strip();
            var successor =
                    Objects.requireNonNullElse(form.getFirst("successor"), "").strip();
            try {
                authorization.require(Right.PUBLISH, actor, context);
                var request = new WithdrawRequest(reason, successor.isEmpty() ? null : successor);
                var gone = releases.withdraw(actor, place.target(), request);
                return pages.seeOther(StudioPages.STUDIO + "/" + collection + "/" + gone.id + "?done=Done", context);
            } catch (Failure e) {
                return StudioPages.page(
                        pages.status(e, context), page(actor, place, reason, successor, FieldErrors.of(e), context));
            }
        });
    }

    private WithdrawPage page(
            Actor actor, Place place, String reason, String successor, FieldErrors wrong, RoutingContext context) {
        var base = facts.base(context);
        var leaving = documents.live(place.collection(), place.name(), base);
        return new WithdrawPage(
                new StudioFrame("Withdraw “" + leaving.title() + "”", actor, wrong.message(), null),
                facts.path() + StudioPages.STUDIO + "/" + place.collection() + "/"
                        + leaving.document().id(),
                leaving.document().etag(),
                leaving.title(),
                base + "/" + leaving.name(),
                leaving.referencedBy(),
                reason,
                wrong.at("reason"),
                successor,
                wrong.at("successor"));
    }
}
