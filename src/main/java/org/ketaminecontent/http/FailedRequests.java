package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Receives failed requests, so that no other request waits for their answer. */
public interface FailedRequests {

    /** @param body the problem (RFC 9457) or HTML page sent to the client */
    void refuse(RoutingContext context, int status, Map<String, String> headers, String body, String traceId);
}
