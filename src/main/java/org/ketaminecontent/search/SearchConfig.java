package org.ketaminecontent.search;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the search index lives. */
@ConfigMapping(prefix = "ketamine-content.search")
interface SearchConfig {

    /**
     * The folder that keeps the index from one start to the next; beside the local database where there is one, else a folder
     * that is gone when the process ends.
     */
    Optional<Path> directory();
}
