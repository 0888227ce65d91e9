package org.ketaminecontent.transfer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.access.RequiresRight;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.Exports;

/** Exports the whole content. */
@Path("/editorial/v1/export")
@Tag(name = "Packs", description = "Export and import of the whole content.")
@Extension(name = "x-smallrye-profile-editorial", value = "")
public class ExportResource {

    private static final String ZIP = "application/zip";

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GET
    @Produces(ZIP)
    @RequiresRight(Right.ADMIN)
    @Operation(
            summary = "Export all live content",
            description = "Delivers a content pack: Markdown and YAML in a ZIP archive. Equal content gives equal"
                    + " bytes. Reviews are not exported, because they are valid only on this server.")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> exportPack() {
        return RestResponse.ResponseBuilder.ok(exports.zip())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Disposition", "attachment; filename=\"content-pack.zip\"")
                .build();
    }
}
