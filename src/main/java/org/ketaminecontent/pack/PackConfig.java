package org.ketaminecontent.pack;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the content pack. */
@ConfigMapping(prefix = "ketamine-content.pack")
public interface PackConfig {

    /** The folder of a content pack to publish instead of the bundled one. */
    Optional<Path> directory();
}
