package org.ketaminecontent.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.Meta;

/** Documents and tombstones in the order of their latest changes. It describes the output of {@link SyncWriter}. */
@Schema(name = "SyncPage")
public record SyncPage(List<Item> data, Info page, SyncMeta meta, AnswerLinks links) {

    /** A document or a tombstone. The description adds the types of documents. */
    @Schema(name = "SyncItem", anyOf = Tombstone.class)
    public interface Item {}

    /** The record of a withdrawn document. */
    @Schema(name = "Tombstone", description = "The record of a withdrawn document: remove it from the store.")
    public record Tombstone(
            @Schema(description = "The document's id; it keeps the id if it is published again.")
            UUID id,

            @Schema(description = "The collection of the document.")
            String type,

            @Schema(description = "The document's last slug.")
            String slug,

            String locale,

            @Schema(description = "The last live version.") int version,

            @Schema(description = "Always true; documents do not have this field.")
            boolean deleted,

            Deletion deletion)
            implements Item {}

    /** Details of the withdrawal. */
    @Schema(name = "Deletion")
    public record Deletion(
            @Schema(nullable = true, description = "The reason, for readers; null if none was given.") @Nullable
            String reason,

            Instant at,

            @Schema(
                    nullable = true,
                    description = "The document that replaces it, such as `topics/history`; null if there is none.")
            @Nullable
            String replacedBy) {}

    /** The position of the page. */
    @Schema(name = "SyncPageInfo")
    public record Info(
            @Schema(description = "Whether to request the next page at once.")
            boolean hasMore,

            Position checkpoint) {}

    /** The position to continue from. */
    @Schema(name = "SyncCheckpoint")
    public record Position(
            @Schema(description = "Opaque; send it alone, as `checkpoint`. It does not expire.")
            String token,

            @Schema(description = "The number of the latest change that the client has after this page.")
            long contentVersion) {}

    /** The common part of a page. */
    @Schema(name = "SyncMeta")
    public record SyncMeta(
            @Schema(description = "The number of the latest change to anything shown in this answer.")
            long contentVersion,

            @Schema(description = "Increases when clients for the previous version cannot read these documents.")
            int schemaVersion,

            @Schema(
                    nullable = true,
                    description = "SHA-256, in hexadecimal, over a line `id locale version` ended by a line feed for"
                            + " each document of a complete copy, in the order of ids; null if more pages follow.")
            @Nullable
            String digest,

            @Schema(description = "SPDX identifier of the content's license.")
            String licence,

            Meta.Attribution attribution,

            @Schema(description = "Must be shown with the content.")
            String disclaimer,

            @Schema(description = "Must be shown with the content.")
            String regulatoryNotice,

            @Schema(description = "Contacts that must be shown with the content; keep those of the latest page.")
            Meta.Crisis crisis) {}
}
