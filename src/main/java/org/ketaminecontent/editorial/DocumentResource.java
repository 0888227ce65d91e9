package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;
import static org.ketaminecontent.http.SentJson.read;
import static org.ketaminecontent.http.SentJson.tree;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Gate;
import org.ketaminecontent.access.Needs;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.Noun;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.publishing.AuthoredJson;
import org.ketaminecontent.publishing.Manuscript;
import org.ketaminecontent.publishing.Nouns;

/** Documents from their first draft to their withdrawal. */
@Path("/editorial/v1/{collection}")
@Tag(name = "Documents", description = "From the first draft to the withdrawal.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentResource {

    /** RFC 7396. */
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Desk desk;
    private final Once once;
    private final Nouns nouns;
    private final WorkList list;
    private final Previews previews;
    private final RequestFacts facts;

    DocumentResource(Desk desk, Once once, Nouns nouns, WorkList list, Previews previews, RequestFacts facts) {
        this.desk = desk;
        this.once = once;
        this.nouns = nouns;
        this.list = list;
        this.previews = previews;
        this.facts = facts;
    }

    @GET
    @Needs(Right.READ)
    @Transactional
    @Operation(summary = "List documents by state, author and review date, the last worked on first")
    public RestResponse<EditorialList> listDrafts(
            @RestPath String collection, @BeanParam WorkQuery query, @Context RoutingContext context) {
        return Answers.ok(list.page(noun(collection).collection(), query, facts.base(context)));
    }

    @POST
    @Needs(Right.WRITE)
    @Operation(summary = "Write the first draft of a new document")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
    public RestResponse<EditorialDocument> createDraft(
            @RestPath String collection, byte @Nullable [] body, @Context RoutingContext context) {
        return once.answer(context, body, () -> {
            var written = read(tree(body), Draft.class).read(noun(collection));
            var work = desk.create(Gate.actor(context), collection, written);
            var document = document(work, context);
            return new Once.Outcome(
                    RestResponse.StatusCode.CREATED,
                    Map.of("ETag", document.etag(), "Location", document.links().self()),
                    document);
        });
    }

    @POST
    @Path("/validate")
    @Needs(Right.WRITE)
    @Operation(
            summary = "Hold a draft against every rule, and keep nothing of it",
            description = "The rules that the content pack is built with: citations, banned phrases, balance, reading"
                    + " grade. A slug that names a document already is taken for that document's new version.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
    public RestResponse<Findings> validateDraft(
            @RestPath String collection, byte @Nullable [] body, @Context RoutingContext context) {
        var written = read(tree(body), Draft.class).read(noun(collection));
        var manuscript = new Manuscript(collection, written.slug(), written.content());
        return Answers.ok(Findings.of(desk.findings(manuscript)));
    }

    @GET
    @Path("/{name}")
    @Needs(Right.READ)
    @Transactional
    @Operation(summary = "Read the version that is worked on")
    public RestResponse<EditorialDocument> getDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return Answers.tagged(document(find(collection, name), context));
    }

    @PUT
    @Path("/{name}")
    @Needs(Right.WRITE)
    @Operation(
            summary = "Replace the version that is worked on",
            description =
                    "Each makes a new version, which has to be approved anew. Another slug renames the document; once"
                            + " that is published, the old name leads to the new one.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
    public RestResponse<EditorialDocument> replaceDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        var target = target(collection, name, context);
        var written = read(tree(body), Draft.class).read(noun(collection));
        return Answers.tagged(document(desk.replace(Gate.actor(context), target, written), context));
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MERGE_PATCH)
    @Needs(Right.WRITE)
    @Transactional
    @Operation(summary = "Change parts of the version that is worked on (RFC 7396)")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MERGE_PATCH, schema = @Schema(implementation = Draft.class)))
    public RestResponse<EditorialDocument> patchDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        var target = target(collection, name, context);
        var patch = tree(body).toString();
        var work = desk.locked(target);
        var present = Revision.head(work).draft().toString();
        try (var one = Json.createReader(new StringReader(present));
                var other = Json.createReader(new StringReader(patch))) {
            var merged = Json.createMergePatch(other.readObject()).apply(one.readObject());
            var draft = read(AuthoredJson.parse(merged.toString()), Draft.class);
            var written = draft.read(noun(collection));
            return Answers.tagged(document(desk.replace(Gate.actor(context), target, written), context));
        }
    }

    @GET
    @Path("/{name}/versions")
    @Needs(Right.READ)
    @Transactional
    @Operation(summary = "List the versions, the latest first")
    public RestResponse<Versions> listVersions(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("before")
                    @Parameter(
                            description =
                                    "Only versions before the one of this number: the last of a page leads to the next.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999"))
                    @Nullable
                    Integer before,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many versions at most.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "100"))
                    @Nullable
                    Integer limit,
            @Context RoutingContext context) {
        return Answers.ok(Versions.before(
                find(collection, name),
                before == null ? Integer.MAX_VALUE : before,
                limit == null ? Versions.MOST : limit));
    }

    @GET
    @Path("/{name}/versions/{revision}")
    @Needs(Right.READ)
    @Transactional
    @Operation(summary = "Read any version")
    public RestResponse<EditorialDocument.Version> getVersion(
            @RestPath String collection,
            @RestPath String name,
            @RestPath String revision,
            @Context RoutingContext context) {
        var work = find(collection, name);
        return Answers.ok(EditorialDocument.Version.of(Desk.revision(work, number(work, revision)), true));
    }

    @POST
    @Path("/{name}/versions/{revision}/restore")
    @Needs(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Make an old version the newest draft")
    public RestResponse<EditorialDocument> restoreVersion(
            @RestPath String collection,
            @RestPath String name,
            @RestPath String revision,
            @Context RoutingContext context) {
        return step(collection, name, null, context, (actor, target) -> {
            var work = find(collection, name);
            return desk.restore(actor, target, number(work, revision));
        });
    }

    @GET
    @Path("/{name}/diff")
    @Needs(Right.READ)
    @Transactional
    @Operation(
            summary = "Compare two versions",
            description = "With nothing said, the version that readers see with the one that is worked on.")
    public RestResponse<Comparison> compareVersions(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("from")
                    @Parameter(
                            description = "Number of a version.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999"))
                    @Nullable
                    Integer from,
            @QueryParam("to")
                    @Parameter(
                            description = "Number of a version.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999"))
                    @Nullable
                    Integer to,
            @Context RoutingContext context) {
        var work = find(collection, name);
        int before = from == null ? (work.live == null ? Math.max(1, work.head - 1) : work.live) : from;
        int after = to == null ? work.head : to;
        return Answers.ok(Comparison.of(Desk.revision(work, before), Desk.revision(work, after)));
    }

    @POST
    @Path("/{name}/submit")
    @Needs(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hand the version over for review",
            description = "What breaks a rule is refused here already.")
    public RestResponse<EditorialDocument> submitDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return step(collection, name, null, context, desk::submit);
    }

    @POST
    @Path("/{name}/approve")
    @Needs(Right.REVIEW)
    @Operation(
            summary = "Sign the version off",
            description =
                    "By somebody who wrote no part of it. The reviewer's name, credentials and the next review date"
                            + " are what readers see. A minor change that is approved without a body keeps the last review.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SignOff.class)))
    public RestResponse<EditorialDocument> approveDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(
                collection,
                name,
                body,
                context,
                (actor, target) -> desk.approve(actor, target, read(body, SignOff.class, SignOff.PLAIN)));
    }

    @POST
    @Path("/{name}/reject")
    @Needs(Right.REVIEW)
    @Operation(summary = "Send the version back, with the reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.Rejection.class)))
    public RestResponse<EditorialDocument> rejectDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(
                collection,
                name,
                body,
                context,
                (actor, target) -> desk.reject(
                        actor,
                        target,
                        read(tree(body), Requests.Rejection.class).checked()));
    }

    @POST
    @Path("/{name}/publish")
    @Needs(Right.PUBLISH)
    @Operation(summary = "Make the approved version live")
    @RequestBody(content = @Content(schema = @Schema(implementation = Publishing.class)))
    public RestResponse<EditorialDocument> publishDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(collection, name, body, context, (actor, target) -> {
            var publishing = read(body, Publishing.class, Publishing.PLAIN);
            publishing.check("");
            return desk.publish(actor, target, publishing);
        });
    }

    @POST
    @Path("/{name}/withdraw")
    @Needs(Right.PUBLISH)
    @Operation(summary = "Take the live version back, with the reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.Withdrawal.class)))
    public RestResponse<EditorialDocument> withdrawDocument(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(
                collection,
                name,
                body,
                context,
                (actor, target) -> desk.withdraw(
                        actor, read(tree(body), Requests.Withdrawal.class).leaving(target)));
    }

    @POST
    @Path("/{name}/schedule")
    @Needs(Right.PUBLISH)
    @Operation(summary = "Publish or withdraw at a time to come, once, on whichever replica is awake")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Requests.Schedule.class)))
    public RestResponse<EditorialDocument> scheduleDocument(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(collection, name, body, context, (actor, target) -> {
            var schedule = read(tree(body), Requests.Schedule.class);
            schedule.check();
            var publishAt = schedule.publishAt();
            var withdrawAt = schedule.withdrawAt();
            if (publishAt != null) {
                return desk.schedulePublication(actor, target, publishAt);
            }
            return desk.scheduleWithdrawal(actor, schedule.leaving(target), requireNonNull(withdrawAt));
        });
    }

    @POST
    @Path("/{name}/unschedule")
    @Needs(Right.PUBLISH)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Forget what was scheduled")
    public RestResponse<EditorialDocument> unscheduleDocument(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return step(collection, name, null, context, desk::unschedule);
    }

    @POST
    @Path("/{name}/preview")
    @Needs(Right.READ)
    @Operation(
            summary = "Make a token with which one version can be read as if it were live",
            description =
                    "It goes into `preview` of every request to `/v1`, for at most a day, and shows this version of"
                            + " this document and no other.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Requests.Previewing.class)))
    public RestResponse<Previews.Preview> previewDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return once.answer(context, body, () -> {
            var wanted = read(body, Requests.Previewing.class, Requests.Previewing.PLAIN);
            var preview = previews.make(Gate.actor(context), find(collection, name), wanted, facts.base(context));
            return new Once.Outcome(RestResponse.StatusCode.CREATED, Map.of(), preview);
        });
    }

    private interface Taken {
        Work by(Actor actor, Desk.Target target);
    }

    private RestResponse<EditorialDocument> step(
            String collection, String name, byte @Nullable [] body, RoutingContext context, Taken step) {
        return once.answer(context, body, () -> {
            var document = document(step.by(Gate.actor(context), target(collection, name, context)), context);
            return new Once.Outcome(RestResponse.StatusCode.OK, Map.of("ETag", document.etag()), document);
        });
    }

    private Noun<Entry, org.ketaminecontent.content.Content> noun(String collection) {
        return nouns.of(collection)
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "There is no collection '" + collection + "'; there are "
                                + String.join(
                                        ", ",
                                        nouns.inOrder().stream()
                                                .map(Noun::collection)
                                                .sorted()
                                                .toList())
                                + "."));
    }

    private Work find(String collection, String name) {
        return Works.find(noun(collection).collection(), name);
    }

    private static int number(Work work, String revision) {
        if (!revision.matches("[1-9][0-9]{0,8}")) {
            throw new Failure(
                    ErrorCode.DOCUMENT_NOT_FOUND,
                    "'" + work.key() + "' has no such revision; they are numbered from 1 to " + work.revisions + ".");
        }
        return Integer.parseInt(revision);
    }

    private Desk.Target target(String collection, String name, RoutingContext context) {
        noun(collection);
        return new Desk.Target(
                collection, name, ETags.required(context.request().getHeader(HttpHeaders.IF_MATCH)));
    }

    private EditorialDocument document(Work work, RoutingContext context) {
        return EditorialDocument.of(work, Revision.head(work), facts.base(context));
    }
}
