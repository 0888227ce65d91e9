package org.ketaminecontent.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The cacheable addresses of the API. */
@ApplicationScoped
class ApiAddresses implements CacheableRoutes {

    private static final List<String> JSON = List.of(MediaType.APPLICATION_JSON);

    /** Requests for JSON-LD are redirected from a document to its page before this is called. */
    private static final List<String> DOCUMENT = List.of(MediaType.APPLICATION_JSON, "application/ld+json");

    private static final List<String> PICTURE = List.of("image/svg+xml");

    /** Files whose name determines the media type. */
    static final String FILES = "/v1/snapshots/";

    private static final int SEGMENTS_OF_A_DOCUMENT = 3;

    @Override
    public List<String> routes() {
        return List.of("/v1/*");
    }

    @Override
    public List<String> forms(String path) {
        if (path.startsWith(FILES)) {
            return List.of();
        }
        if (path.endsWith(".svg")) {
            return PICTURE;
        }
        int segments = 0;
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            segments++;
        }
        return segments == SEGMENTS_OF_A_DOCUMENT ? DOCUMENT : JSON;
    }
}
