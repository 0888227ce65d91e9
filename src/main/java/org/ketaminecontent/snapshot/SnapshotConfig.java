package org.ketaminecontent.snapshot;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** How snapshots are made. */
@ConfigMapping(prefix = "ketamine-content.snapshots")
public interface SnapshotConfig {

    /** Whether they are made. */
    boolean enabled();

    /** Where they are kept; replicas may share it. */
    Path directory();
}
