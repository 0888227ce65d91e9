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
        @Schema(description = "The permanent id, also of the live document.")
        UUID id,

        @Schema(description = "The collection.") String type,
        String slug,
        WorkState state,

        @Schema(description = "The possible steps.") List<Step> allowed,

        @Schema(description = "The number of the newest version.")
        int revision,

        @Schema(description = "The number of the live version; absent if none is live.") @Nullable
        Integer liveRevision,

        @Schema(description = "Send it as `If-Match`, so that no change of others is overwritten.")
        String etag,

        Instant updatedAt,
        Person updatedBy,

        @Schema(description = "The reason of the rejection.") @Nullable
        String rejection,

        @Schema(description = "The date of the next review of the live version; absent if it was not reviewed.")
        @Nullable
        LocalDate nextReviewDue,

        @Nullable Instant publishAt,
        @Nullable Instant withdrawAt,

        @Schema(description = "The content of this version; absent in lists.") @Nullable
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

            @Schema(description = "The whole content, with the fields of the content pack; absent in lists.") @Nullable
            JsonNode content,

            boolean minor,
            @Nullable String note,

            @Schema(description = "True if it came with the content pack.")
            boolean fromPack,

            @Schema(description = "The version that was restored.") @Nullable
            Integer basedOn,

            @Schema(description = "All authors since the last publication, none of whom can approve it.")
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
