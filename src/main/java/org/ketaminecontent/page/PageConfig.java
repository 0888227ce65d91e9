package org.ketaminecontent.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the pages for people. */
@ConfigMapping(prefix = "ketamine-content.pages")
public interface PageConfig {

    /**
     * True if browsers keep the pages that somebody read, so that they can be read again without a connection. If it
     * is off, browsers that keep some are told to drop them.
     */
    @WithDefault("true")
    boolean offline();
}
