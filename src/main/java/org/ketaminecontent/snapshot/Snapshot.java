package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.text.BodyFormat;

/** All live content in one language after a change, as immutable files. */
@Schema(name = "Snapshot")
public record Snapshot(
        @Schema(description = "BCP 47 tag of the language.") String locale,
        BodyFormat bodyFormat,

        @Schema(description = "The number of the latest change in the file.")
        long contentVersion,

        @Schema(description = "The `meta.schemaVersion` of its documents, and the `user_version` of its database.")
        int schemaVersion,

        @Schema(description = "The number of documents in the file.")
        int documents,

        @Schema(description = "SHA-256 over the documents, as `meta.digest` of sync.")
        String digest,

        @Schema(description = "The position to continue from: the `checkpoint` of sync.")
        String checkpoint,

        List<File> files) {

    /** One file. */
    @Schema(name = "SnapshotFile")
    public record File(
            Format format,
            Compression compression,

            @Schema(format = "uri", description = "Supports range requests.")
            String href,

            long bytes,

            @Schema(description = "SHA-256 of the file in hexadecimal.")
            String sha256) {}

    /** The format of a file. */
    @Schema(name = "SnapshotFormat")
    public enum Format {
        @JsonProperty("sqlite")
        SQLITE("application/vnd.sqlite3"),
        @JsonProperty("json-lines")
        JSON_LINES("application/jsonl");

        final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /** The compression of a file. */
    @Schema(name = "SnapshotCompression")
    public enum Compression {
        @JsonProperty("none")
        NONE(null),
        @JsonProperty("gzip")
        GZIP("application/gzip"),
        @JsonProperty("zstd")
        ZSTD("application/zstd");

        /** Null if the media type is that of the format. */
        final @Nullable String mediaType;

        Compression(@Nullable String mediaType) {
            this.mediaType = mediaType;
        }
    }
}
