package org.ketaminecontent.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.ContentTypeLookup;
import org.ketaminecontent.editorial.Drafts;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.PreviewRequest;
import org.ketaminecontent.editorial.Previews;
import org.ketaminecontent.editorial.PublishRequest;
import org.ketaminecontent.editorial.RejectRequest;
import org.ketaminecontent.editorial.Releases;
import org.ketaminecontent.editorial.Reviews;
import org.ketaminecontent.editorial.Schedules;
import org.ketaminecontent.editorial.SignOff;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.Work;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.editorial.WorkState;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.Rfc3339;

/** The page of a document. Every step is sent with the text on the screen, which is saved first or asked about. */
@Path(StudioPages.STUDIO + "/{collection}")
@Produces(StudioPages.HTML)
public class EditPages {

    private static final String PREVIEW = "preview";
    private static final String RESTORE = "restore-";

    /** The right that each step takes. */
    private static final Map<Step, Right> RIGHTS = Map.of(
            Step.EDIT, Right.WRITE,
            Step.SUBMIT, Right.WRITE,
            Step.APPROVE, Right.REVIEW,
            Step.REJECT, Right.REVIEW,
            Step.PUBLISH, Right.PUBLISH,
            Step.SCHEDULE, Right.PUBLISH,
            Step.UNSCHEDULE, Right.PUBLISH,
            Step.WITHDRAW, Right.PUBLISH);

    private final WorkReader documents;
    private final ContentTypeLookup contentTypes;
    private final Drafts drafts;
    private final Reviews reviews;
    private final Releases releases;
    private final Schedules schedules;
    private final Previews previews;
    private final Authorization authorization;
    private final StudioPages pages;
    private final RequestFacts facts;

    EditPages(
            WorkReader documents,
            ContentTypeLookup contentTypes,
            Drafts drafts,
            Reviews reviews,
            Releases releases,
            Schedules schedules,
            Previews previews,
            Authorization authorization,
            StudioPages pages,
            RequestFacts facts) {
        this.documents = documents;
        this.contentTypes = contentTypes;
        this.drafts = drafts;
        this.reviews = reviews;
        this.releases = releases;
        this.schedules = schedules;
        this.previews = previews;
        this.authorization = authorization;
        this.pages = pages;
        this.facts = facts;
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public Response showNew(@RestPath String collection, @Context RoutingContext context) {
        return pages.signedIn(context, actor -> {
            authorization.require(Right.WRITE, actor, context);
            return StudioPages.page(Response.Status.OK, blank(actor, collection, null, FieldErrors.NOTHING));
        });
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response create(
            @RestPath String collection, MultivaluedMap<String, String> form, @Context RoutingContext context) {
        var sent = new SubmittedForm(form, form(collection));
        return pages.taking(sent, context, actor -> {
            try {
                authorization.require(Right.WRITE, actor, context);
                var made = documents.shown(drafts.create(actor, collection, sent.draft()), facts.base(context));
                return shown(made, "Saved", context);
            } catch (Failure e) {
                var twin = e.code() == ErrorCode.NAME_TAKEN ? twin(actor, collection, sent, context) : null;
                return twin != null
                        ? shown(twin, "Saved", context)
                        : StudioPages.page(pages.status(e, context), blank(actor, collection, sent, FieldErrors.of(e)));
            }
        });
    }

    /** What a button that was pressed twice has made the first time; null where it is somebody else's. */
    private @Nullable EditorialDocument twin(
            Actor actor, String collection, SubmittedForm sent, RoutingContext context) {
        var document = documents.read(collection, sent.text("slug").strip(), facts.base(context));
        return document.updatedBy().id().equals(actor.id()) && isSame(sent, document) ? document : null;
    }

    private EditPage blank(Actor actor, String collection, @Nullable SubmittedForm sent, FieldErrors wrong) {
        var form = form(collection);
        return new EditPage(
                new StudioFrame("New in " + collection, actor, wrong.message(), null),
                true,
                facts.path() + StudioPages.STUDIO + "/" + collection + "/new",
                collection,
                "",
                "",
                null,
                sent == null ? "" : sent.text("slug"),
                wrong.at("slug"),
                false,
                "",
                sent == null
                        ? form.fields(JsonNodeFactory.instance.objectNode(), wrong.fields())
                        : form.fields(sent.form(), wrong.fields()),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                0,
                "",
                "",
                sent != null,
                null);
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
                    Response.Status.OK, edit(actor, document, null, FieldErrors.NOTHING, said.orElse(null), null));
        });
    }

    /** @param sent what stands on the screen and is not saved; null where all of it is */
    private EditPage edit(
            Actor actor,
            EditorialDocument document,
            @Nullable SubmittedForm sent,
            FieldErrors wrong,
            @Nullable String done,
            EditPage.@Nullable Ask ask) {
        var name = document.id().toString();
        var written = sent != null && sent.hasText() && actor.may(Right.WRITE) ? sent : null;
        var form = form(document.type());
        var allowed = document.allowed().stream()
                .filter(step -> actor.may(Objects.requireNonNull(RIGHTS.get(step))))
                .map(Step::text)
                .toList();
        return new EditPage(
                new StudioFrame(document.slug(), actor, wrong.message(), done),
                false,
                facts.path() + StudioPages.STUDIO + "/" + document.type() + "/" + name,
                document.type(),
                document.etag(),
                document.state().text(),
                document.rejection(),
                written == null ? document.slug() : written.text("slug"),
                wrong.at("slug"),
                written != null && written.isMinor(),
                written == null ? "" : written.text("note"),
                written == null
                        ? form.fields(content(document), wrong.fields())
                        : form.fields(written.form(), wrong.fields()),
                wrong.lines(
                        written == null
                                ? content(document).path("body").asText()
                                : written.text(DocumentForm.PREFIX + "body")),
                allowed.contains(Step.EDIT.text()),
                allowed,
                documents.versions(document.type(), name, null, null).data().stream()
                        .map(each -> version(each, document))
                        .toList(),
                documents.history(document.type(), name).stream()
                        .map(each -> new EditPage.Act(each.action, each.actorName, StudioPages.at(each.at)))
                        .toList(),
                document.revision(),
                sent == null ? "" : sent.text("reason"),
                sent == null ? "" : sent.text("nextReviewDue"),
                written != null && written.isUnsaved(document.slug(), content(document)),
                ask);
    }

    private static EditPage.Version version(EditorialDocument.Version each, EditorialDocument document) {
        return new EditPage.Version(
                each.revision(),
                each.writtenBy().name(),
                StudioPages.at(each.writtenAt()),
                each.note(),
                Objects.equals(document.liveRevision(), each.revision()),
                each.revision() == document.revision(),
                each.basedOn() == null ? each.revision() - 1 : each.basedOn());
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
        var sent = new SubmittedForm(form, form(collection));
        return pages.taking(sent, context, actor -> {
            var place = new Place(collection, name, sent.text("etag"));
            try {
                return switch (sent.step()) {
                    case "check" -> check(actor, place, sent, context);
                    case "save" -> shown(save(actor, place, sent, context), "Saved", context);
                    case "overwrite" ->
                        shown(
                                save(actor, new Place(collection, name, sent.text("theirs")), sent, context),
                                "Saved",
                                context);
                    default -> go(actor, place, sent, context);
                };
            } catch (Failure e) {
                return e.code() == ErrorCode.STALE_VERSION
                        ? stale(actor, place, sent, e, context)
                        : refused(actor, place, sent, FieldErrors.of(e), pages.status(e, context), context);
            }
        });
    }

    private Response check(Actor actor, Place place, SubmittedForm sent, RoutingContext context) {
        authorization.require(Right.WRITE, actor, context);
        var found = drafts.validate(place.collection(), sent.draft());
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        // The tag stays that of the form: whoever checks has not seen what others saved meanwhile.
        var said = found.valid() ? "No rule is broken" : null;
        return StudioPages.page(
                Response.Status.OK,
                edit(actor, document, sent, FieldErrors.of(found), said, null).withEtag(sent.text("etag")));
    }

    private EditorialDocument save(Actor actor, Place place, SubmittedForm sent, RoutingContext context) {
        authorization.require(Right.WRITE, actor, context);
        return documents.shown(drafts.replace(actor, place.target(), sent.draft()), facts.base(context));
    }

    private Response refused(
            Actor actor,
            Place place,
            @Nullable SubmittedForm sent,
            FieldErrors wrong,
            Response.Status status,
            RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        var page = edit(actor, document, sent, wrong, null, null);
        // What is still unsaved keeps the tag that it was written under.
        return StudioPages.page(status, page.unsaved() && sent != null ? page.withEtag(sent.text("etag")) : page);
    }

    /** Takes a step, once what is on the screen is saved or somebody said that it can go. */
    private Response go(Actor actor, Place place, SubmittedForm sent, RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        boolean unsaved = actor.may(Right.WRITE)
                && document.allowed().contains(Step.EDIT)
                && sent.isUnsaved(document.slug(), content(document));
        if (!unsaved || sent.discards() || !document.etag().equals(place.etag())) {
            return take(actor, place, sent, "Done", context);
        }
        if (!isSavedFirst(sent.step(), document.state())) {
            var ask = new EditPage.Ask(sent.step(), words(sent.step()));
            return StudioPages.page(
                    Response.Status.CONFLICT, edit(actor, document, sent, FieldErrors.NOTHING, null, ask));
        }
        var saved = save(actor, place, sent, context);
        var next = new Place(place.collection(), saved.id().toString(), saved.etag());
        try {
            return take(actor, next, sent, "Saved-and-done", context);
        } catch (Failure e) {
            var wrong = FieldErrors.of(e)
                    .after("What you wrote is saved as version " + saved.revision() + "; “" + words(sent.step())
                            + "” was not done.");
            return refused(actor, next, null, wrong, pages.status(e, context), context);
        }
    }

    /** Saving ends a review or an approval: nobody who wants to see or to sign something means that. */
    private static boolean isSavedFirst(String step, WorkState state) {
        boolean underReview = state == WorkState.IN_REVIEW || state == WorkState.APPROVED;
        return step.equals(Step.SUBMIT.text()) || (!underReview && (step.equals(PREVIEW) || step.startsWith(RESTORE)));
    }

    private static String words(String step) {
        return step.equals(Step.SUBMIT.text())
                ? "Submit for review"
                : step.equals(PREVIEW) ? "See it as readers will" : DocumentForm.label(step.replace('-', ' '));
    }

    private Response take(Actor actor, Place place, SubmittedForm sent, String done, RoutingContext context) {
        var base = facts.base(context);
        var step = sent.step();
        if (step.equals(PREVIEW)) {
            var document = documents.read(place.collection(), place.name(), base);
            return preview(actor, place, document.revision(), context);
        }
        if (step.matches(RESTORE + "[1-9]\\d{0,8}")) {
            authorization.require(Right.WRITE, actor, context);
            var number = Integer.parseInt(step.substring(RESTORE.length()));
            return shown(drafts.restore(actor, place.target(), number), done, context);
        }
        var known = Stream.of(Step.values())
                .filter(each -> each.text().equals(step))
                .findFirst()
                .orElseThrow(() -> new Failure(ErrorCode.INVALID_VALUE, "There is no such step."));
        authorization.require(Objects.requireNonNull(RIGHTS.get(known)), actor, context);
        return switch (known) {
            case SUBMIT -> shown(reviews.submit(actor, place.target()), done, context);
            case APPROVE ->
                shown(
                        reviews.approve(
                                actor, place.target(), new SignOff(day(sent.text("nextReviewDue")), null)),
                        done,
                        context);
            case REJECT -> shown(reviews.reject(actor, place.target(), new RejectRequest(sent.text("reason"))), done, context);
            case PUBLISH -> shown(releases.publish(actor, place.target(), new PublishRequest(null)), done, context);
            case UNSCHEDULE -> shown(schedules.unschedule(actor, place.target()), done, context);
            case WITHDRAW ->
                pages.seeOther(
                        StudioPages.STUDIO + "/" + place.collection() + "/" + place.name() + "/withdraw", context);
            default -> throw new Failure(ErrorCode.INVALID_VALUE, "This is done with the API.");
        };
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isBlank()) {
            return null;
        }
        return Rfc3339.day(text.strip())
                .orElseThrow(() -> JsonBodyReader.invalid(List.of(JsonBodyReader.detail(
                        "/nextReviewDue", "The next review must be on a day such as 2026-01-31."))));
    }

    /** Somebody was quicker: the same person with the same button, or somebody else. */
    private Response stale(Actor actor, Place place, SubmittedForm sent, Failure e, RoutingContext context) {
        var document = documents.read(place.collection(), place.name(), facts.base(context));
        boolean saved = isSame(sent, document);
        boolean own = document.updatedBy().id().equals(actor.id());
        boolean seen = saved || sent.text("revision").equals(String.valueOf(document.revision()));
        boolean done = document.allowed().stream().noneMatch(step -> step.text().equals(sent.step()));
        if (saved && sent.step().equals("save") || own && seen && done && isStep(sent.step())) {
            return shown(document, saved ? "Saved" : "Done", context);
        }
        if (!actor.may(Right.WRITE) || !sent.hasText() || saved || isUntouched(place, sent)) {
            var wrong = FieldErrors.of(e).and("Nothing was done; this is how it is now.");
            return StudioPages.page(pages.status(e, context), edit(actor, document, null, wrong, null, null));
        }
        return StudioPages.page(pages.status(e, context), conflict(actor, document, sent, e));
    }

    private static boolean isStep(String step) {
        return Stream.of(Step.values()).anyMatch(each -> each.text().equals(step));
    }

    /** Whether the screen showed what was saved when it was made, and nothing more. */
    private boolean isUntouched(Place place, SubmittedForm sent) {
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

    private ConflictPage conflict(Actor actor, EditorialDocument document, SubmittedForm sent, Failure e) {
        var clashes = sent.kind().clashes(sent.form(), content(document));
        return new ConflictPage(
                new StudioFrame(document.slug(), actor, e.getMessage() + " What you wrote is not saved.", null),
                facts.path() + StudioPages.STUDIO + "/" + document.type() + "/" + document.id(),
                document.revision(),
                document.updatedBy().name(),
                document.state().text(),
                document.allowed().contains(Step.EDIT),
                sent.text("etag"),
                document.etag(),
                sent.text("revision"),
                sent.text("slug"),
                document.slug(),
                sent.text("note"),
                sent.isMinor(),
                clashes,
                sent.values().stream()
                        .filter(each -> each.name().startsWith(DocumentForm.PREFIX))
                        .filter(each -> clashes.stream()
                                .noneMatch(clash -> clash.mine().name().equals(each.name())))
                        .toList());
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
            var place = new Place(collection, name, "");
            try {
                return preview(actor, place, revision, context);
            } catch (Failure e) {
                return refused(actor, place, null, FieldErrors.of(e), pages.status(e, context), context);
            }
        });
    }

    private Response preview(Actor actor, Place place, int revision, RoutingContext context) {
        var version = documents.version(place.collection(), place.name(), revision);
        var preview = previews.make(
                actor, place.collection(), place.name(), new PreviewRequest(revision, 1), facts.base(context));
        return pages.seeOther("/" + place.collection() + "/" + version.slug() + "?preview=" + preview.token(), context);
    }

    /** By its id: its name may have changed just now. */
    private Response shown(EditorialDocument document, String done, RoutingContext context) {
        return pages.seeOther(
                StudioPages.STUDIO + "/" + document.type() + "/" + document.id() + "?done=" + done, context);
    }

    private Response shown(Work work, String done, RoutingContext context) {
        return pages.seeOther(
                StudioPages.STUDIO + "/" + work.collection + "/" + work.id + "?done=" + done, context);
    }

    private static boolean isSame(SubmittedForm sent, EditorialDocument document) {
        return sent.isSame(document.slug(), content(document));
    }

    private static JsonNode content(EditorialDocument document) {
        return Objects.requireNonNull(Objects.requireNonNull(document.version()).content());
    }

    private DocumentForm form(String collection) {
        return new DocumentForm(contentTypes.of(collection).contentType());
    }
}
