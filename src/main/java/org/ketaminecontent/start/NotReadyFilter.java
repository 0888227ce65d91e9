package org.ketaminecontent.start;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/** Refuses to read before the content is live: empty tables would pass for an empty collection, and be cached. */
class NotReadyFilter {

    private static final String NEEDS_NO_CONTENT = "/v1/problems";

    private final Start start;

    NotReadyFilter(Start start) {
        this.start = start;
    }

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        if (!start.isReady() && !request.getUriInfo().getPath().startsWith(NEEDS_NO_CONTENT)) {
            throw new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The server waits for its database.");
        }
    }
}
