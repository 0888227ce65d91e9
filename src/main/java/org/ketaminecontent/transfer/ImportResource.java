package org.ketaminecontent.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.List;
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
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.IdempotencyKeys;
import org.ketaminecontent.editorial.UncachedAnswers;
import org.ketaminecontent.http.RequestFacts;

/** Imports content packs. */
@Path("/editorial/v1/imports")
@Tag(name = "Packs", description = "Export and import of the whole content.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final String ZIP = "application/zip";

    /** As browsers on Windows call the same. */
    private static final String WINDOWS_ZIP = "application/x-zip-compressed";

    private final ImportJobs imports;
    private final IdempotencyKeys idempotencyKeys;
    private final RequestFacts facts;

    ImportResource(ImportJobs imports, IdempotencyKeys idempotencyKeys, RequestFacts facts) {
        this.imports = imports;
        this.idempotencyKeys = idempotencyKeys;
        this.facts = facts;
    }

    /** A content pack that somebody sent, and its progress. */
    @Schema(name = "Import")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Import(
            String id,
            ImportJob.Mode mode,
            boolean dryRun,
            ImportJob.Progress state,

            @Schema(description = "The number of documents and errors.")
            int total,

            @Schema(description = "The number of them that are done.")
            int done,

            EditorialDocument.Person madeBy,
            Instant madeAt,
            List<ImportJob.Item> items,

            @Schema(format = "uri", description = "The address of its progress.")
            String href) {}

    @POST
    @Consumes({ZIP, WINDOWS_ZIP})
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Import a content pack",
            description = "Publishes the documents of the pack without a review. Where people have edited a"
                    + " document on this server, its version from the pack is only added to the history."
                    + " `atomic` publishes all documents or none, and withdraws live documents that the pack"
                    + " lacks and nobody has edited; `per-item` publishes each document on its own. The import"
                    + " continues after the answer, and after a restart.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<Import> importPack(
            @QueryParam("mode") @Parameter(description = "`atomic` by default.") ImportJob.@Nullable Mode mode,
            @QueryParam("dryRun")
                    @Parameter(description = "True only reports the outcome for each file, and changes nothing.")
                    @Nullable
                    Boolean dryRun,
            byte @Nullable [] body,
            @Context RoutingContext context) {
        var archive = body == null ? new byte[0] : body;
        return idempotencyKeys.answer(context, archive, () -> {
            var job = imports.begin(
                    Authorization.actor(context),
                    archive,
                    mode == null ? ImportJob.Mode.ATOMIC : mode,
                    dryRun != null && dryRun);
            var shown = shown(job, context);
            return new IdempotencyKeys.Outcome(
                    RestResponse.StatusCode.ACCEPTED, Map.of("Location", shown.href()), shown);
        });
    }

    @GET
    @Path("/{id}")
    @RequiresRight(Right.ADMIN)
    @Transactional
    @Operation(summary = "Read the progress of an import")
    public RestResponse<Import> getImport(@RestPath String id, @Context RoutingContext context) {
        return UncachedAnswers.ok(shown(imports.find(id), context));
    }

    @POST
    @Path("/{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Cancel an import",
            description = "Documents that it has published so far remain live. A finished import cannot be cancelled.")
    public RestResponse<Import> cancelImport(@RestPath String id, @Context RoutingContext context) {
        return idempotencyKeys.answer(
                context,
                () -> new IdempotencyKeys.Outcome(
                        RestResponse.StatusCode.OK, Map.of(), shown(imports.cancel(id), context)));
    }

    private Import shown(ImportJob job, RoutingContext context) {
        var items = imports.items(job);
        return new Import(
                job.id.toString(),
                job.mode,
                job.dryRun,
                job.state,
                items.total(),
                items.done().size(),
                new EditorialDocument.Person(job.madeBy, job.madeByName),
                job.madeAt,
                items.done(),
                facts.base(context) + "/editorial/v1/imports/" + job.id);
    }
}
