package org.ketaminecontent.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.ketaminecontent.http.RequestGuard;
import org.ketaminecontent.linkeddata.LinkedData;

/** Redirects requests to the API for JSON-LD to the document's page. */
@ApplicationScoped
class LinkedDataRoute {

    private static final String API = "/v1";

    void observe(@Observes Router router) {
        router.route(API + "/:collection/:slug").order(RequestGuard.FIRST + 3).handler(LinkedDataRoute::lead);
    }

    private static void lead(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (LinkedData.MEDIA_TYPE.equals(accept)) {
            context.reroute(context.request().uri().substring(API.length()));
        } else {
            context.next();
        }
    }
}
