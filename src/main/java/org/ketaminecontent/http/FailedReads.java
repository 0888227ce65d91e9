package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Hears of requests that failed, so that nobody goes on waiting for their answer. */
public interface FailedReads {

    /**
     * @param body the problem (RFC 9457) or page that the client is told
     */
    void refuse(RoutingContext context, int status, Map<String, String> headers, String body, String traceId);
}
