package org.ketaminecontent.cache;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.EncodedBody;

/**
 * The answer to one request.
 *
 * @param validated whether it has an entity tag
 */
record SentAnswer(int status, Lines lines, boolean validated, EncodedBody coded) {

    private static final int NOT_MODIFIED = 304;
    private static final CharSequence CACHE_STATUS = HttpHeaders.createOptimized("Cache-Status");

    /** Headers, and the same as encoded lines: encoding them character by character would take longer than the body. */
    record Lines(Map<String, String> headers, List<Line> ready) {

        Lines(Map<String, String> headers) {
            this(
                    headers,
                    headers.entrySet().stream()
                            .map(each -> new Line(
                                    HttpHeaders.createOptimized(each.getKey()),
                                    HttpHeaders.createOptimized(each.getValue())))
                            .toList());
        }
    }

    record Line(CharSequence name, CharSequence value) {}

    Map<String, String> headers() {
        return lines.headers();
    }

    boolean hasBody() {
        return status != NOT_MODIFIED;
    }

    /** @param cacheStatus null if the header must not be sent */
    void send(RoutingContext context, @Nullable CharSequence cacheStatus) {
        var response = context.response().setStatusCode(status);
        var out = response.headers();
        lines.ready().forEach(line -> out.add(line.name(), line.value()));
        if (cacheStatus != null) {
            out.add(CACHE_STATUS, cacheStatus);
        }
        if (validated) {
            out.add(HttpHeaders.ETAG, coded.readyEtag());
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
            response.end(validated ? coded.direct() : coded.bytes());
        }
    }
}
