package org.ketaminecontent.snapshot;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.delivery.AnswerLinks;

/** The latest snapshot of each language. */
@Schema(name = "SnapshotList")
public record SnapshotList(
        @Schema(description = "Empty until the first snapshot is made, and if snapshots are disabled.")
        List<Snapshot> data,

        AnswerLinks links) {}
