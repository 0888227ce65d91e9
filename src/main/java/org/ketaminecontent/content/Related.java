package org.ketaminecontent.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A pointer to another document. */
@Schema(name = "Related")
public record Related(
        @Schema(description = "The collection of the document.")
        String type,

        String slug,
        String title,
        @Schema(format = "uri") String href) {}
