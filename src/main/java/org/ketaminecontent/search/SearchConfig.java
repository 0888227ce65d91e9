package org.ketaminecontent.search;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the search index. */
@ConfigMapping(prefix = "ketamine-content.search")
interface SearchConfig {

    /**
     * The folder that keeps the index from one start to the next; by default beside the local database, else a
     * temporary folder.
     */
    Optional<Path> directory();
}
