package org.ketaminecontent.access;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands in front of every operation: of most it asks nothing. */
class GateFilter {

    private final Gate gate;

    GateFilter(Gate gate) {
        this.gate = gate;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void check(ResourceInfo operation, RoutingContext context) {
        gate.check(context);
        var needs = operation.getResourceMethod().getAnnotation(Needs.class);
        if (needs != null) {
            gate.admit(needs.value(), context);
        }
    }
}
