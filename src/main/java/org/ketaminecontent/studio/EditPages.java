package org.ketaminecontent.studio;

import static org.ketaminecontent.studio.DocumentScreens.content;

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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.Drafts;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.editorial.WorkState;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** The page of a document. Every step is sent with the text on the screen, which is saved first or asked about. */
@Path(StudioPages.STUDIO + "/{collection}")
@Produces(StudioPages.HTML)
public class EditPages {

    private final WorkReader documents;
    private final Drafts drafts;
    private final DocumentScreens screens;
    private final StudioSteps steps;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    EditPages(
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
    @Path("/{name}")
    @Operation(hidden = true)
    public Response showDocument(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("done") @Nullable String done,
            @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            var document = documents.read(collection, name, facts.base(context));
            var said = Stream.of("Saved", "Done", "Saved and done")
                    .filter(each -> each.replace(" ", "-").equals(done))
                    .findFirst();
            return StudioPages.page(
                    Response.Status.OK,
                    screens.document(actor, document, null, FieldErrors.NOTHING, said.orElse(null), null));
        });
    }

    @POST
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @RestPath String collection,
            @RestPath String name,
            MultivaluedMap<String, String> form,
            @Context RoutingContext context) {
        var sent = new SubmittedForm(form, screens.form(collection));
        return pages.taking(sent, context, actor -> {
            var place = new EditTarget(collection, name, sent.text("etag"));
            try {
                return switch (sent.step()) {
                    case "check" -> check(actor, place, sent, context);
                    case "save" -> steps.shown(save(actor, place, sent, context), "Saved", context);
                    case "overwrite" -> {
                        var theirs = new EditTarget(collection, name, sent.text("theirs"));
                        yield steps.shown(save(actor, theirs, sent, context), "Saved", context);
                    }
                    default -> go(actor, place, sent, context);
                };
            } catch (Failure e) {
                return e.code() == ErrorCode.STALE_VERSION
                        ? stale(actor, place, sent, e, context)
                        : refused(actor, place, sent, FieldErrors.of(e), pages.status(e, context), context);
            }
        });
    }

    private Response check(Actor actor, EditTarget place, SubmittedForm sent, RoutingContext context) {
        authorization.require(Right.WRITE, actor, context);
        var found = drafts.validate(place.collection(), sent.draft());
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        // The tag stays that of the form: whoever checks has not seen what others saved meanwhile.
        var said = found.valid() ? "No rule is broken" : null;
        return StudioPages.page(
                Response.Status.OK,
                screens.document(actor, document, sent, FieldErrors.of(found), said, null)
                        .withEtag(sent.text("etag")));
    }

    private EditorialDocument save(Actor actor, EditTarget place, SubmittedForm sent, RoutingContext context) {
        authorization.require(Right.WRITE, actor, context);
        return documents.shown(drafts.replace(actor, place.target(), sent.draft()), facts.base(context));
    }

    private Response refused(
            Actor actor,
            EditTarget place,
            @Nullable SubmittedForm sent,
            FieldErrors wrong,
            Response.Status status,
            RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        var page = screens.document(actor, document, sent, wrong, null, null);
        // What is still unsaved keeps the tag that it was written under.
        return StudioPages.page(status, page.unsaved() && sent != null ? page.withEtag(sent.text("etag")) : page);
    }

    /** Takes a step, once the text on the screen is saved or somebody said that it can go. */
    private Response go(Actor actor, EditTarget place, SubmittedForm sent, RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        boolean unsaved = actor.may(Right.WRITE)
                && document.allowed().contains(Step.EDIT)
                && sent.isUnsaved(document.slug(), content(document));
        if (!unsaved || sent.discards() || !document.etag().equals(place.etag())) {
            return steps.take(actor, place, sent, "Done", context);
        }
        if (!isSavedFirst(sent.step(), document.state())) {
            var ask = new EditPage.Ask(sent.step(), StudioSteps.words(sent.step()));
            return StudioPages.page(
                    Response.Status.CONFLICT, screens.document(actor, document, sent, FieldErrors.NOTHING, null, ask));
        }
        var saved = save(actor, place, sent, context);
        var next = new EditTarget(place.collection(), saved.id().toString(), saved.etag());
        try {
            return steps.take(actor, next, sent, "Saved-and-done", context);
        } catch (Failure e) {
            var wrong = FieldErrors.of(e)
                    .after("What you wrote is saved as version " + saved.revision() + "; “"
                            + StudioSteps.words(sent.step()) + "” was not done.");
            return refused(actor, next, null, wrong, pages.status(e, context), context);
        }
    }

    /** Saving ends a review or an approval: nobody who wants to see or to sign something means that. */
    private static boolean isSavedFirst(String step, WorkState state) {
        boolean underReview = state == WorkState.IN_REVIEW || state == WorkState.APPROVED;
        return step.equals(Step.SUBMIT.text())
                || (!underReview && (step.equals(StudioSteps.PREVIEW) || step.startsWith(StudioSteps.RESTORE)));
    }

    /** Somebody was quicker: the same person with the same button, or somebody else. */
    private Response stale(Actor actor, EditTarget place, SubmittedForm sent, Failure e, RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        boolean saved = isSame(sent, document);
        boolean own = document.updatedBy().id().equals(actor.id());
        boolean seen = saved || sent.text("revision").equals(String.valueOf(document.revision()));
        boolean done = document.allowed().stream().noneMatch(step -> step.text().equals(sent.step()));
        boolean isStep = StudioSteps.known(sent.step()).isPresent();
        if (saved && sent.step().equals("save") || own && seen && done && isStep) {
            return steps.shown(document, saved ? "Saved" : "Done", context);
        }
        if (!actor.may(Right.WRITE) || !sent.hasText() || saved || isUntouched(place, sent)) {
            var wrong = FieldErrors.of(e).and("Nothing was done; this is how it is now.");
            return StudioPages.page(
                    pages.status(e, context), screens.document(actor, document, null, wrong, null, null));
        }
        return StudioPages.page(pages.status(e, context), screens.conflict(actor, document, sent, e));
    }

    /** Tells if the screen showed just the text that was saved when it was made. */
    private boolean isUntouched(EditTarget place, SubmittedForm sent) {
        if (!sent.text("revision").matches("[1-9]\\d{0,8}")) {
            return false;
        }
        try {
            var seen = documents.version(place.collection(), place.name(), Integer.parseInt(sent.text("revision")));
            return !sent.isUnsaved(seen.slug(), Objects.requireNonNull(seen.content()));
        } catch (Failure e) {
            return false;
        }
    }

    /** Leads to the page that readers will see. */
    @GET
    @Path("/{name}/preview")
    @Operation(hidden = true)
    public Response showPreview(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("revision") int revision,
            @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            var place = new EditTarget(collection, name, "");
            try {
                return steps.preview(actor, place, revision, context);
            } catch (Failure e) {
                return refused(actor, place, null, FieldErrors.of(e), pages.status(e, context), context);
            }
        });
    }

    private static boolean isSame(SubmittedForm sent, EditorialDocument document) {
        return sent.isSame(document.slug(), content(document));
    }
}
