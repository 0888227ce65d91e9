package org.ketaminecontent.cache;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.ketaminecontent.http.RequestGuard;

/** Lets clients cache the API description for a short time, since its address does not change with its contents. */
@ApplicationScoped
class DescriptionCaching {

    static final String CACHE_CONTROL = "public, max-age=300";

    void observe(@Observes Router router) {
        router.route("/openapi*").order(RequestGuard.FIRST + 3).handler(DescriptionCaching::shorten);
    }

    private static void shorten(RoutingContext context) {
        // The framework would refuse an unsatisfiable range without an explanation; the whole file is a valid answer
        // too (RFC 9110, section 14.2).
        context.request().headers().remove("Range");
        context.addHeadersEndHandler(done -> {
            if (context.response().getStatusCode() < HttpResponseStatus.BAD_REQUEST.code()) {
                context.response().putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
            }
        });
        context.next();
    }
}
