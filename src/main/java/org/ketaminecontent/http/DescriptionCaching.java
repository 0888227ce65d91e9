package org.ketaminecontent.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets caches keep the description, but not for long: its addresses do not change when it does. */
@ApplicationScoped
class DescriptionCaching {

    private static final String CACHE_CONTROL = "public, max-age=300";

    void observe(@Observes Router router) {
        router.route("/openapi*").order(RequestGuard.FIRST + 2).handler(DescriptionCaching::shorten);
        router.route("/docs*").order(RequestGuard.FIRST + 2).handler(DescriptionCaching::shorten);
    }

    private static void shorten(RoutingContext context) {
        context.addHeadersEndHandler(done -> {
            if (context.response().getStatusCode() < HttpResponseStatus.BAD_REQUEST.code()) {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
            }
        });
        context.next();
    }
}
