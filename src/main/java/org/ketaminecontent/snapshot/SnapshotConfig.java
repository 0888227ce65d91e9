package org.ketaminecontent.snapshot;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Settings of snapshots. */
@ConfigMapping(prefix = "ketamine-content.snapshots")
public interface SnapshotConfig {

    /** Enables snapshots. */
    boolean enabled();

    /** The folder of snapshots; replicas may share it. */
    Path directory();
}
