package org.ketaminecontent.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/**
 * Marks log lines with the trace id of the request that they belong to, the one in its problem: as {@code traceId} of
 * the logger's context (MDC), which both forms of the log print.
 */
@Singleton
class TraceIds {

    private static final String NAME = "traceId";

    private final RequestFacts facts;

    TraceIds(RequestFacts facts) {
        this.facts = facts;
    }

    /** After the cache, whose answers log nothing and would take longer. */
    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST + 3).handler(context -> {
            MDC.put(NAME, facts.traceId(context));
            context.next();
        });
    }

    /** Writes a line that belongs to a request, in whatever thread. */
    void mark(RoutingContext context, Runnable line) {
        var before = MDC.get(NAME);
        MDC.put(NAME, facts.traceId(context));
        try {
            line.run();
        } finally {
            if (before == null) {
                MDC.remove(NAME);
            } else {
                MDC.put(NAME, before);
            }
        }
    }
}
