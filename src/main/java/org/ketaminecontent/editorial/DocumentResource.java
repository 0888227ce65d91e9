package org.ketaminecontent.editorial;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.RequestFacts;

/** Reads and writes documents as their editors know them. */
@Path("/editorial/v1/{collection}")
@Tag(name = "Documents", description = "From the first draft to the withdrawal.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final Drafts drafts;
    private final WorkReader documents;
    private final Previews previews;
    private final ContentTypeLookup contentTypes;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestFacts facts;

    DocumentResource(
            Drafts drafts,
            WorkReader documents,
            Previews previews,
            ContentTypeLookup contentTypes,
            IdempotencyKeys idempotencyKeys,
            RequestFacts facts) {
        this.drafts = drafts;
        this.documents = documents;
        this.previews = previews;
        this.contentTypes = contentTypes;
        this.idempotencyKeys = idempotencyKeys;
        this.facts = facts;
    }

    @GET
    @RequiresRight(Right.READ)
    @Operation(
            summary = "List documents",
            description = "Filters by state, author and review date. The last changed document comes first.")
    public RestResponse<EditorialList> listDrafts(
            @RestPath String collection, @BeanParam WorkQuery query, @Context RoutingContext context) {
        return UncachedAnswers.ok(documents.list(collection, query, facts.base(context)));
    }

    @POST
    @RequiresRight(Right.WRITE)
    @Operation(summary = "Create a draft", description = "Creates the first version of a new document.")
    public RestResponse<EditorialDocument> createDraft(
            @RestPath String collection, Draft body, @Context RoutingContext context) {
        return idempotencyKeys.answer(context, () -> {
            var work = drafts.create(Authorization.actor(context), collection, body);
            var document = documents.shown(work, facts.base(context));
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
            summary = "Validate a draft",
            description = "Checks a draft against all rules of the content pack, such as citations, banned phrases,"
                    + " balance and reading grade, and stores nothing. If a document has the slug, the draft is"
                    + " checked as its new version.")
    public RestResponse<DraftFindings> validateDraft(@RestPath String collection, Draft body) {
        return UncachedAnswers.ok(drafts.validate(collection, body));
    }

    @GET
    @Path("/{name}")
    @RequiresRight(Right.READ)
    @Operation(summary = "Read the newest version")
    public RestResponse<EditorialDocument> getDraft(
            @RestPath String collection, @RestPath String name, @Context RoutingContext context) {
        return UncachedAnswers.tagged(documents.read(collection, name, facts.base(context)));
    }

    @PUT
    @Path("/{name}")
    @RequiresRight(Right.WRITE)
    @Transactional
    @Operation(
            summary = "Replace the newest version",
            description = "Creates a new version, which needs approval. Another slug renames the document; after"
                    + " publication, the former slug redirects.")
    public RestResponse<EditorialDocument> replaceDraft(
            @RestPath String collection, @RestPath String name, Draft body, @Context RoutingContext context) {
        var work = drafts.replace(Authorization.actor(context), target(collection, name, context), body);
        return UncachedAnswers.tagged(documents.shown(work, facts.base(context)));
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RequiresRight(Right.WRITE)
    @Transactional
    @Operation(
            summary = "Change parts of the newest version",
            description = "Applies a merge patch (RFC 7396) to the newest version, as a new version.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = Draft.class)))
    public RestResponse<EditorialDocument> patchDraft(
            @RestPath String collection, @RestPath String name, JsonNode body, @Context RoutingContext context) {
        var work = drafts.patch(Authorization.actor(context), target(collection, name, context), body);
        return UncachedAnswers.tagged(documents.shown(work, facts.base(context)));
    }

    @POST
    @Path("/{name}/preview")
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Create a preview token",
            description = "Send the token as `preview` with requests to `/v1`: they show this version of the"
                    + " document as if it were live. It is valid for at most a day.")
    public RestResponse<Previews.Preview> previewDraft(
            @RestPath String collection, @RestPath String name, PreviewRequest body, @Context RoutingContext context) {
        return idempotencyKeys.answer(context, () -> {
            var preview = previews.make(Authorization.actor(context), collection, name, body, facts.base(context));
            return new IdempotencyKeys.Outcome(RestResponse.StatusCode.CREATED, Map.of(), preview);
        });
    }

    private StepTarget target(String collection, String name, RoutingContext context) {
        return StepTarget.of(
                contentTypes.of(collection).collection(),
                name,
                context.request().getHeader(HttpHeaders.IF_MATCH));
    }
}
