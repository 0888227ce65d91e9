package org.ketaminecontent.cache;

import java.util.List;

/** Addresses whose answers are cached. */
public interface CacheableRoutes {

    /** The paths; {@code /*} at the end stands for one segment and all paths below it. */
    List<String> routes();

    /**
     * The media types that an answer can have, the default first; none if the address determines it.
     *
     * @param path the path of the request
     */
    List<String> forms(String path);
}
