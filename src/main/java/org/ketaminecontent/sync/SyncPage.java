package org.ketaminecontent.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.delivery.Meta;

/** Documents and tombstones in the order of their latest changes. It describes what {@link SyncWriter} writes. */
@Schema(name = "SyncPage")
public record SyncPage(List<Item> data, Info page, SyncMeta meta, AnswerLinks links) {

    /** A document, or what is left of one. The description fills in the kinds of documents. */
    @Schema(name = "SyncItem", anyOf = Tombstone.class)
    public interface Item {}

    /** What is left of a document that was taken back. */
    @Schema(name = "Tombstone", description = "What is left of a document that was taken back: drop it from the store.")
    public record Tombstone(
            @Schema(description = "Names the document for life; it may come back under it.")
            UUID id,

            @Schema(description = "The collection it was in.")
            String type,

            @Schema(description = "The name that it had last.")
            String slug,

            String locale,

            @Schema(description = "The last version that was live.")
            int version,

            @Schema(description = "Always true; no document has this field.")
            boolean deleted,

            Deletion deletion)
            implements Item {}

    /** How a document was taken back. */
    @Schema(name = "Deletion")
    public record Deletion(
            @Schema(nullable = true, description = "Why, for readers; null where nothing was said.") @Nullable
            String reason,

            Instant at,

            @Schema(
                    nullable = true,
                    description = "The document that takes its place, such as `topics/history`; null where none does.")
            @Nullable
            String replacedBy) {}

    /** Where the page stands. */
    @Schema(name = "SyncPageInfo")
    public record Info(
            @Schema(description = "Whether to ask for the next page at once.")
            boolean hasMore,

            Position checkpoint) {}

    /** Where to go on. */
    @Schema(name = "SyncCheckpoint")
    public record Position(
            @Schema(description = "Opaque; send it alone, as `checkpoint`. It does not expire.")
            String token,

            @Schema(description = "Number of the latest change that the client then has.")
            long contentVersion) {}

    /** What stands beside the documents. */
    @Schema(name = "SyncMeta")
    public record SyncMeta(
            @Schema(description = "Number of the latest change to anything that this answer shows.")
            long contentVersion,

            @Schema(description = "Moves when clients that read the documents of the one before cannot read these.")
            int schemaVersion,

            @Schema(
                    nullable = true,
                    description = "SHA-256 in hexadecimal digits over a line `id locale version`, ended by a line feed,"
                            + " for each document that a client in step has, in the order of ids; null where pages"
                            + " follow.")
            @Nullable
            String digest,

            @Schema(description = "SPDX identifier of the content's licence.")
            String licence,

            Meta.Attribution attribution,

            @Schema(description = "Must be shown with the content.")
            String disclaimer,

            @Schema(description = "Must be shown with the content.")
            String regulatoryNotice,

            @Schema(description = "Contacts that must be shown with the content; keep those of the latest page.")
            Meta.Crisis crisis) {}
}
