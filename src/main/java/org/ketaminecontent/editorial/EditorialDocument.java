package org.ketaminecontent.editorial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.VersionTags;

/** A document as its editors see it. */
@Schema(name = "EditorialDocument")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EditorialDocument(
        @Schema(description = "For life, and the same that readers see.")
        UUID id,

        @Schema(description = "Name of its collection.") String type,
        String slug,
        WorkState state,

        @Schema(description = "The steps that lead on from here.")
        List<Step> allowed,

        @Schema(description = "The version that is worked on.")
        int revision,

        @Schema(description = "The version that readers see; absent where they see none.") @Nullable
        Integer liveRevision,

        @Schema(description = "Sent back in `If-Match`, it keeps one from writing over what others did.")
        String etag,

        Instant updatedAt,
        Person updatedBy,

        @Schema(description = "Why it was rejected.") @Nullable
        String rejection,

        @Schema(
                description =
                        "When the version that readers see is to be reviewed again; absent where nobody reviewed it.")
        @Nullable
        LocalDate nextReviewDue,

        @Nullable Instant publishAt,
        @Nullable Instant withdrawAt,

        @Schema(description = "What stands in this version; in lists it is left out.") @Nullable
        Version version,

        WorkLinks links) {

    /** Somebody or something that did something. */
    @Schema(name = "Person")
    public record Person(
            @Schema(description = "Such as `oidc:…` or `key:…`.")
            String id,

            String name) {}

    /** Addresses to go on to. */
    @Schema(name = "EditorialLinks")
    public record WorkLinks(
            @Schema(format = "uri") String self,
            @Schema(format = "uri") String versions) {}

    /** A version of a document. */
    @Schema(name = "Version")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int revision,
            String slug,

            @Schema(description = "All of the content, as the content pack has it; in lists it is left out.") @Nullable
            JsonNode content,

            boolean minor,
            @Nullable String note,

            @Schema(description = "Whether it came with the content pack.")
            boolean fromPack,

            @Schema(description = "The version that it was made from.") @Nullable
            Integer basedOn,

            @Schema(
                    description =
                            "Everybody who wrote a part of it since it was last published: none of them can approve it.")
            List<String> authors,

            Person writtenBy,
            Instant writtenAt) {

        static Version of(Revision revision, boolean whole) {
            return new Version(
                    revision.number,
                    revision.slug,
                    whole ? revision.tree() : null,
                    revision.minor,
                    revision.note,
                    revision.fromPack,
                    revision.basedOn,
                    revision.authors,
                    new Person(revision.writtenBy, revision.writtenByName),
                    revision.writtenAt);
        }
    }

    /** @param head what stands in it; null in lists */
    static EditorialDocument of(Work work, @Nullable Revision head, String base) {
        var self = base + "/editorial/v1/" + work.collection + "/" + work.id;
        return new EditorialDocument(
                work.id,
                work.collection,
                work.slug,
                work.state,
                work.allowed(),
                work.head,
                work.live,
                VersionTags.of(work.tag),
                work.updatedAt,
                new Person(work.updatedBy, work.updatedByName),
                work.rejection,
                work.reviewDue,
                work.schedule.publishAt,
                work.schedule.withdrawAt,
                head == null ? null : Version.of(head, true),
                new WorkLinks(self, self + "/versions"));
    }
}
