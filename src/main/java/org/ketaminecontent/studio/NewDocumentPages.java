package org.ketaminecontent.studio;

import static org.ketaminecontent.studio.DocumentScreens.content;

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
import org.ketaminecontent.editorial.Drafts;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The page of a document that does not exist yet. */
@Path(StudioPages.STUDIO + "/{collection}/new")
@Produces(StudioPages.HTML)
public class NewDocumentPages {

    private final WorkReader documents;
    private final Drafts drafts;
    private final DocumentScreens screens;
    private final StudioSteps steps;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    NewDocumentPages(
            WorkReader documents,
            Drafts drafts,
            DocumentScreens screens,
            StudioSteps steps,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.documents = documents;
        this.drafts = drafts;
        this.screens = screens;
        this.steps = steps;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    @GET
    @Operation(hidden = true)
    public Response showNew(@RestPath String collection, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.WRITE, actor, context);
            return StudioPages.page(Response.Status.OK, screens.blank(actor, collection, null, FieldErrors.NOTHING));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @RestPath String collection, MultivaluedMap<String, String> form, @Context RoutingContext context) {
        var sent = new SubmittedForm(form, screens.form(collection));
        return pages.taking(sent, context, actor -> {
            try {
                authorization.require(Right.WRITE, actor, context);
                return steps.shown(drafts.create(actor, collection, sent.draft()), "Saved", context);
            } catch (Failure e) {
                var twin = e.code() == ErrorCode.NAME_TAKEN ? twin(actor, collection, sent, context) : null;
                return twin != null
                        ? steps.shown(twin, "Saved", context)
                        : StudioPages.page(
                                pages.status(e, context), screens.blank(actor, collection, sent, FieldErrors.of(e)));
            }
        });
    }

    /** The document that a button pressed twice made the first time; null where it is somebody else's. */
    private @Nullable EditorialDocument twin(
            Actor actor, String collection, SubmittedForm sent, RoutingContext context) {
        var document = documents.read(collection, sent.text("slug").strip(), facts.base(context));
        return document.updatedBy().id().equals(actor.id()) && sent.isSame(document.slug(), content(document))
                ? document
                : null;
    }
}
