package org.ketaminecontent.studio;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.Releases;
import org.ketaminecontent.editorial.WorkQuery;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.editorial.WorkState;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The page on which several documents are published and withdrawn together. */
@Path(StudioPages.STUDIO + "/release")
@Produces(StudioPages.HTML)
public class ReleasePages {

    private static final int MOST = 100;

    private final WorkReader documents;
    private final Releases releases;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    ReleasePages(
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
    public Response show(@QueryParam("withdraw") @Nullable String withdraw, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.PUBLISH, actor);
            return add(actor, ReleaseForm.adding(withdraw == null ? "" : withdraw), context);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response release(MultivaluedMap<String, String> form, @Context RoutingContext context) {
        pages.refuseForeign(context);
        return pages.signedIn(context, actor -> {
            authorization.require(Right.PUBLISH, actor, context);
            var sent = new ReleaseForm(form);
            if (sent.isAdding()) {
                return add(actor, sent, context);
            }
            try {
                releases.release(actor, sent.request());
                return pages.seeOther(StudioPages.STUDIO + "?done=Done", context);
            } catch (Failure e) {
                var screen = new StudioFrame(
                        "Publish and withdraw together", actor, e.getMessage() + " Nothing was done.", null);
                return StudioPages.page(pages.status(e, context), page(screen, sent, sent.problems(e), context));
            }
        });
    }

    /** The page with one more document to withdraw. */
    private Response add(Actor actor, ReleaseForm sent, RoutingContext context) {
        try {
            if (!sent.added().isEmpty()) {
                var added = live(sent.added(), context);
                sent.choose(added.document().type() + "/" + added.document().id());
            }
            var screen = new StudioFrame("Publish and withdraw together", actor);
            return StudioPages.page(Response.Status.OK, page(screen, sent, List.of(), context));
        } catch (Failure e) {
            var screen = new StudioFrame("Publish and withdraw together", actor, e.getMessage(), null);
            return StudioPages.page(pages.status(e, context), page(screen, sent, List.of(), context));
        }
    }

    private WorkReader.LiveDocument live(String name, RoutingContext context) {
        int slash = name.indexOf('/');
        if (slash < 1) {
            throw new Failure(ErrorCode.INVALID_VALUE, "A document is named such as topics/history.");
        }
        return documents.live(name.substring(0, slash), name.substring(slash + 1), facts.base(context));
    }

    private ReleasePage page(StudioFrame screen, ReleaseForm sent, List<String> problems, RoutingContext context) {
        var query = new WorkQuery();
        query.state.addAll(List.of(WorkState.APPROVED, WorkState.SCHEDULED));
        query.limit = MOST;
        var ready = documents.list(null, query, facts.base(context)).data();
        return new ReleasePage(
                screen,
                sent.title(),
                ready.stream().map(each -> ready(each, sent)).toList(),
                sent.withdrawn().stream()
                        .map(key -> withdrawal(key, sent, context))
                        .toList(),
                problems,
                sent.added());
    }

    private ReleasePage.Ready ready(EditorialDocument document, ReleaseForm sent) {
        var key = document.type() + "/" + document.id();
        return new ReleasePage.Ready(
                key,
                document.type() + "/" + document.slug() + ", version " + document.revision(),
                document.etag(),
                facts.editorsPath() + StudioPages.STUDIO + "/" + key,
                sent.published().contains(key));
    }

    private ReleasePage.Withdrawal withdrawal(String key, ReleaseForm sent, RoutingContext context) {
        var live = live(key, context);
        return new ReleasePage.Withdrawal(
                key,
                live.title(),
                live.document().etag(),
                facts.editorsPath() + StudioPages.STUDIO + "/" + key,
                live.referencedBy(),
                sent.text("reason:" + key),
                sent.text("successor:" + key));
    }
}
