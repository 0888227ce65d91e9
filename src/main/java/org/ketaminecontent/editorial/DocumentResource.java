package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;
import static org.ketaminecontent.http.JsonBodyReader.read;
import static org.ketaminecontent.http.JsonBodyReader.tree;

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
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.http.ETags;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;

/** Documents from their first draft to their withdrawal. */
@Path("/editorial/v1/{collection}")
@Tag(name = "Documents", description = "From the first draft to the withdrawal.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentResource {

    /** RFC 7396. */
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Desk drafts;
    private final IdempotencyKeys idempotencyKeys;
    private final ContentTypes contentTypes;
    private final WorkList list;
    private final Previews previews;
    private final RequestFacts facts;

    DocumentResource(
            Desk drafts,
            IdempotencyKeys idempotencyKeys,
            ContentTypes contentTypes,
            WorkList list,
            Previews previews,
            RequestFacts facts) {
        this.drafts = drafts;
        this.idempotencyKeys = idempotencyKeys;
        this.contentTypes = contentTypes;
        this.list = list;
        this.previews = previews;
        this.facts = facts;
    }

    @GET
    @RequiresRight(Right.READ)
    @Transactional
    @Operation(summary = "List documents by state, author and review date, the last worked on first")
    public RestResponse<EditorialList> listDrafts(
            @RestPath String collection, @BeanParam WorkQuery query, @Context RoutingContext context) {
        return UncachedAnswers.ok(list.page(contentType(collection).collection(), query, facts.base(context)));
    }

    @POST
    @RequiresRight(Right.WRITE)
    @Operation(summary = "Write the first draft of a new document")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
    public RestResponse<EditorialDocument> createDraft(
            @RestPath String collection, byte @Nullable [] body, @Context RoutingContext context) {
        return idempotencyKeys.answer(context, body, () -> {
            var written = read(tree(body), Draft.class).read(contentType(collection));
            var work = drafts.create(Authorization.actor(context), collection, written);
            var document = document(work, context);
            return new IdempotencyKeys.Outcome(
                    RestResponse.StatusCode.CREATED,
                    Map.of("ETag", document.etag(), "Location", document.links().self()),
                    document);
        });
    }

    @POST
    @Path("/validate")
    @RequiresRight(Right.WRITE)
    @Operation(
            summary = "Hold a draft against every rule, and keep nothing of it",
            description = "The rules that the content pack is built with: citations, banned phrases, balance, reading"
                    + " grade. A slug that names a document already is taken for that document's new version.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Draft.class)))
    public RestResponse<DraftFindings> validateDraft(
            @RestPath String collection, byte @Nullable [] body, @Context RoutingContext context) {
        var written = read(tree(body), Draft.class).read(contentType(collection));
        var manuscript = new Manuscript(collection, written.slug(), written.content());
        return UncachedAnswers.ok(DraftFindings.of(drafts.findings(manuscript)));
    }

    @GET
    @Path("/{name}")
    @RequiresRight(Right.READ)
    @Transactional
    @Operation(summary = "Read the version that is worked on")
    public RestResponse<EditorialDocument> getDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return UncachedAnswers.tagged(document(find(collection, name), context));
    }

    @PUT
    @Path("/{name}")
    @RequiresRight(Right.WRITE)
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
        var written = read(tree(body), Draft.class).read(contentType(collection));
        return UncachedAnswers.tagged(document(drafts.replace(Authorization.actor(context), target, written), context));
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MERGE_PATCH)
    @RequiresRight(Right.WRITE)
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
        var work = drafts.locked(target);
        var present = Revision.head(work).draft().toString();
        try (var one = Json.createReader(new StringReader(present));
                var other = Json.createReader(new StringReader(patch))) {
            var merged = Json.createMergePatch(other.readObject()).apply(one.readObject());
            var draft = read(AuthoredJson.parse(merged.toString()), Draft.class);
            var written = draft.read(contentType(collection));
            return UncachedAnswers.tagged(
                    document(drafts.replace(Authorization.actor(context), target, written), context));
        }
    }

    @GET
    @Path("/{name}/versions")
    @RequiresRight(Right.READ)
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
        return UncachedAnswers.ok(Versions.before(
                find(collection, name),
                before == null ? Integer.MAX_VALUE : before,
                limit == null ? Versions.MOST : limit));
    }

    @GET
    @Path("/{name}/versions/{revision}")
    @RequiresRight(Right.READ)
    @Transactional
    @Operation(summary = "Read any version")
    public RestResponse<EditorialDocument.Version> getVersion(
            @RestPath String collection,
            @RestPath String name,
            @RestPath String revision,
            @Context RoutingContext context) {
        var work = find(collection, name);
        return UncachedAnswers.ok(EditorialDocument.Version.of(Desk.revision(work, number(work, revision)), true));
    }

    @POST
    @Path("/{name}/versions/{revision}/restore")
    @RequiresRight(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Make an old version the newest draft")
    public RestResponse<EditorialDocument> restoreVersion(
            @RestPath String collection,
            @RestPath String name,
            @RestPath String revision,
            @Context RoutingContext context) {
        return step(collection, name, null, context, (actor, target) -> {
            var work = find(collection, name);
            return drafts.restore(actor, target, number(work, revision));
        });
    }

    @GET
    @Path("/{name}/diff")
    @RequiresRight(Right.READ)
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
        return UncachedAnswers.ok(Comparison.of(Desk.revision(work, before), Desk.revision(work, after)));
    }

    @POST
    @Path("/{name}/submit")
    @RequiresRight(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Hand the version over for review",
            description = "What breaks a rule is refused here already.")
    public RestResponse<EditorialDocument> submitDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return step(collection, name, null, context, drafts::submit);
    }

    @POST
    @Path("/{name}/approve")
    @RequiresRight(Right.REVIEW)
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
                (actor, target) -> drafts.approve(actor, target, read(body, SignOff.class, SignOff.PLAIN)));
    }

    @POST
    @Path("/{name}/reject")
    @RequiresRight(Right.REVIEW)
    @Operation(summary = "Send the version back, with the reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequests.Rejection.class)))
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
                (actor, target) -> drafts.reject(
                        actor,
                        target,
                        read(tree(body), StepRequests.Rejection.class).checked()));
    }

    @POST
    @Path("/{name}/publish")
    @RequiresRight(Right.PUBLISH)
    @Operation(summary = "Make the approved version live")
    @RequestBody(content = @Content(schema = @Schema(implementation = PublishRequest.class)))
    public RestResponse<EditorialDocument> publishDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(collection, name, body, context, (actor, target) -> {
            var publishing = read(body, PublishRequest.class, PublishRequest.PLAIN);
            publishing.check("");
            return drafts.publish(actor, target, publishing);
        });
    }

    @POST
    @Path("/{name}/withdraw")
    @RequiresRight(Right.PUBLISH)
    @Operation(summary = "Take the live version back, with the reason")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequests.Withdrawal.class)))
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
                (actor, target) -> drafts.withdraw(
                        actor, read(tree(body), StepRequests.Withdrawal.class).leaving(target)));
    }

    @POST
    @Path("/{name}/schedule")
    @RequiresRight(Right.PUBLISH)
    @Operation(summary = "Publish or withdraw at a time to come, once, on whichever replica is awake")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StepRequests.Schedule.class)))
    public RestResponse<EditorialDocument> scheduleDocument(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return step(collection, name, body, context, (actor, target) -> {
            var schedule = read(tree(body), StepRequests.Schedule.class);
            schedule.check();
            var publishAt = schedule.publishAt();
            var withdrawAt = schedule.withdrawAt();
            if (publishAt != null) {
                return drafts.schedulePublication(actor, target, publishAt);
            }
            return drafts.scheduleWithdrawal(actor, schedule.leaving(target), requireNonNull(withdrawAt));
        });
    }

    @POST
    @Path("/{name}/unschedule")
    @RequiresRight(Right.PUBLISH)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Forget what was scheduled")
    public RestResponse<EditorialDocument> unscheduleDocument(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return step(collection, name, null, context, drafts::unschedule);
    }

    @POST
    @Path("/{name}/preview")
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Make a token with which one version can be read as if it were live",
            description =
                    "It goes into `preview` of every request to `/v1`, for at most a day, and shows this version of"
                            + " this document and no other.")
    @RequestBody(content = @Content(schema = @Schema(implementation = StepRequests.Previewing.class)))
    public RestResponse<Previews.Preview> previewDraft(
            @RestPath String collection,
            @RestPath String name,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        return idempotencyKeys.answer(context, body, () -> {
            var wanted = read(body, StepRequests.Previewing.class, StepRequests.Previewing.PLAIN);
            var preview =
                    previews.make(Authorization.actor(context), find(collection, name), wanted, facts.base(context));
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.CREATED, Map.of(), preview);
        });
    }

    private interface Taken {
        Work by(Actor actor, Desk.Target target);
    }

    private RestResponse<EditorialDocument> step(
            String collection, String name, byte @Nullable [] body, RoutingContext context, Taken step) {
        return idempotencyKeys.answer(context, body, () -> {
            var document = document(step.by(Authorization.actor(context), target(collection, name, context)), context);
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.OK, Map.of("ETag", document.etag()), document);
        });
    }

    private ContentType<Entry, org.ketaminecontent.content.Content> contentType(String collection) {
        return contentTypes
                .of(collection)
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOT_FOUND,
                        "There is no collection '" + collection + "'; there are "
                                + String.join(
                                        ", ",
                                        contentTypes.inOrder().stream()
                                                .map(ContentType::collection)
                                                .sorted()
                                                .toList())
                                + "."));
    }

    private Work find(String collection, String name) {
        return WorkLookup.find(contentType(collection).collection(), name);
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
        contentType(collection);
        return new Desk.Target(
                collection, name, ETags.required(context.request().getHeader(HttpHeaders.IF_MATCH)));
    }

    private EditorialDocument document(Work work, RoutingContext context) {
        return EditorialDocument.of(work, Revision.head(work), facts.base(context));
    }
}
