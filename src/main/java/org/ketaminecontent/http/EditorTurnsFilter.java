package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Ends an editor's turn when the work is done, whether or not anybody still waits for the answer. */
class EditorTurnsFilter {

    @ServerResponseFilter
    void end(ContainerResponseContext response, RoutingContext context) {
        EditorTurns.end(context);
    }
}
