package org.ketaminecontent.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * The feature of a request, beside address and media type, on which the answer depends. An answer with one must have
     * the header in its {@code Vary}.
     *
     * @param acceptLanguage as the client sent it; null where it sent none
     * @return empty where the answer depends on nothing else
     */
    default String variant(String path, @Nullable String acceptLanguage) {
        return "";
    }
}
