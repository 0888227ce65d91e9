package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Ends an editor's turn when the work is done, even if the client has disconnected. */
class EditorTurnsFilter {

    @ServerResponseFilter
    void end(ContainerResponseContext response, RoutingContext context) {
        EditorTurns.end(context);
    }
}
