package org.ketaminecontent.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The list of collections, the start of the API. */
@Schema(name = "ContentIndex", description = "The collections, and the address of the API description.")
public record ContentIndex(
        List<Collection> data,

        @Schema(description = "BCP 47 tags of the languages the content exists in.")
        List<String> locales,

        Meta meta,
        IndexLinks links) {

    /** A collection with its number of documents. */
    @Schema(name = "CollectionSummary")
    public record Collection(
            String type, long count, @Schema(format = "uri") String href) {}

    /** Links to the API description. */
    @Schema(name = "ContentIndexLinks")
    public record IndexLinks(
            @Schema(format = "uri") String self,
            @Schema(format = "uri") String description,
            @Schema(format = "uri") String docs,
            @Schema(format = "uri") String problems) {}
}
