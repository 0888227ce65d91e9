package org.ketaminecontent.cache;

import java.util.List;

/** Addresses whose answers are kept ready. */
public interface CacheableRoutes {

    /** Where they are: paths, and with {@code /*} at the end one segment and all that is below it. */
    List<String> routes();

    /**
     * The media types that an answer can have, the usual one first; none where the address itself says which one it is.
     *
     * @param path of the request
     */
    List<String> forms(String path);
}
