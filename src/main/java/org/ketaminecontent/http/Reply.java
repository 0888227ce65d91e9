package org.ketaminecontent.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * What one request is sent.
 *
 * @param validated whether it comes with an entity tag
 */
record Reply(int status, Map<String, String> headers, boolean validated, Coded coded) {

    private static final int NOT_MODIFIED = 304;
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    boolean hasBody() {
        return status != NOT_MODIFIED;
    }

    void send(RoutingContext context, String cacheStatus) {
        var response = context.response().setStatusCode(status);
        var out = response.headers();
        headers.forEach(out::add);
        out.add(CACHE_STATUS, cacheStatus);
        if (validated) {
            out.add(HttpHeaders.ETAG, coded.etag());
        }
        if (!hasBody()) {
            response.end();
            return;
        }
        if (coded.coding() != null) {
            out.add(HttpHeaders.CONTENT_ENCODING, coded.coding());
        }
        out.add(HttpHeaders.CONTENT_LENGTH, coded.length());
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(coded.bytes());
        }
    }
}
