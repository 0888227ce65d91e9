package org.ketaminecontent.editorial;

import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Lists, compares and restores the versions of a document. */
@Path("/editorial/v1/{collection}")
@Tag(name = "Documents", description = "From the first draft to the withdrawal.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VersionResource {

    private final WorkReader documents;
    private final Drafts drafts;
    private final StepAnswers steps;
    private final ContentTypeLookup contentTypes;

    VersionResource(WorkReader documents, Drafts drafts, StepAnswers steps, ContentTypeLookup contentTypes) {
        this.documents = documents;
        this.drafts = drafts;
        this.steps = steps;
        this.contentTypes = contentTypes;
    }

    @GET
    @Path("/{name}/versions")
    @RequiresRight(Right.READ)
    @Operation(summary = "List versions", description = "Lists versions, the latest first.")
    public RestResponse<Versions> listVersions(
            @RestPath String collection,
            @RestPath String name,
            @QueryParam("before")
                    @Parameter(
                            description =
                                    "Only versions before this number. Send the last number of a page to get the next page.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "999999999"))
                    @Nullable
                    Integer before,
            @QueryParam("limit")
                    @Parameter(
                            description = "The largest number of versions in a page.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "100"))
                    @Nullable
                    Integer limit) {
        return UncachedAnswers.ok(documents.versions(collection, name, before, limit));
    }

    @GET
    @Path("/{name}/versions/{revision}")
    @RequiresRight(Right.READ)
    @Transactional
    @Operation(summary = "Read a version")
    public RestResponse<EditorialDocument.Version> getVersion(
            @RestPath String collection, @RestPath String name, @RestPath String revision) {
        var work = contentTypes.find(collection, name);
        return UncachedAnswers.ok(documents.version(collection, name, number(work, revision)));
    }

    @POST
    @Path("/{name}/versions/{revision}/restore")
    @RequiresRight(Right.WRITE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Restore a version",
            description = "The version becomes the newest draft, which needs approval.")
    public RestResponse<EditorialDocument> restoreVersion(
            @RestPath String collection,
            @RestPath String name,
            @RestPath String revision,
            @Context RoutingContext context) {
        return steps.answer(collection, name, context, (actor, target) -> {
            var work = contentTypes.find(collection, name);
            return drafts.restore(actor, target, number(work, revision));
        });
    }

    @GET
    @Path("/{name}/diff")
    @RequiresRight(Right.READ)
    @Operation(
            summary = "Compare two versions",
            description = "By default, compares the live version with the newest one.")
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
                    Integer to) {
        return UncachedAnswers.ok(documents.compare(collection, name, from, to));
    }

    private static int number(Work work, String revision) {
        if (!revision.matches("[1-9][0-9]{0,8}")) {
            throw new Failure(
                    ErrorCode.DOCUMENT_NOT_FOUND,
                    "'" + work.key() + "' has no such revision; they are numbered from 1 to " + work.revisions + ".");
        }
        return Integer.parseInt(revision);
    }
}
