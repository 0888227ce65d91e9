package org.ketaminecontent.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Checks the right that an operation requires; most require none. */
class AuthorizationFilter {

    private final Authorization authorization;

    AuthorizationFilter(Authorization authorization) {
        this.authorization = authorization;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void check(ResourceInfo operation, RoutingContext context) {
        authorization.check(context);
        var needs = operation.getResourceMethod().getAnnotation(RequiresRight.class);
        if (needs != null) {
            authorization.admit(needs.value(), context);
        }
    }
}
