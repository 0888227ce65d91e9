package org.ketaminecontent.start;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/**
 * Refuses requests before the content is live: empty tables would look like empty collections, and be cached. Search
 * works without the database as soon as the index of an earlier start is open.
 */
class NotReadyFilter {

    private static final List<String> NEED_NO_DATABASE =
            List.of("/v1/problems", "/v1/search", "/v1/suggest", "/v1/lookup", "/infobutton", "/search");

    private final ApplicationStart start;

    NotReadyFilter(ApplicationStart start) {
        this.start = start;
    }

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        if (!start.isReady() && !needsNone(request.getUriInfo().getPath())) {
            throw new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The server is waiting for its database.");
        }
    }

    private static boolean needsNone(String path) {
        return NEED_NO_DATABASE.stream().anyMatch(path::startsWith);
    }
}
