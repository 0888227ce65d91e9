package org.ketaminecontent.pack;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the content comes from. */
@ConfigMapping(prefix = "ketamine-content.pack")
public interface PackConfig {

    /** A folder with a content pack, to be published in place of the one that comes with the application. */
    Optional<Path> directory();
}
