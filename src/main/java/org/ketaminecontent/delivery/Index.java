package org.ketaminecontent.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is. */
@Schema(name = "ContentIndex", description = "The collections, and the address of the API description.")
public record Index(
        List<Collection> data,

        @Schema(description = "BCP 47 tags of the languages the content exists in.")
        List<String> locales,

        Meta meta,
        IndexLinks links) {

    /** A collection, and how many documents it holds. */
    @Schema(name = "CollectionSummary")
    public record Collection(
            String type, long count, @Schema(format = "uri") String href) {}

    /** Where everything is described. */
    @Schema(name = "ContentIndexLinks")
    public record IndexLinks(
            @Schema(format = "uri") String self,
            @Schema(format = "uri") String description,
            @Schema(format = "uri") String docs,
            @Schema(format = "uri") String problems) {}
}
