package org.ketaminecontent.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Allows the scripts of all sites to read public addresses (CORS, Fetch Standard). */
final class CrossOriginReading {

    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag,Last-Modified,Link,Content-Language,Retry-After,Cache-Status,X-Infobutton-Match,Accept-Ranges,"
                    + "Content-Range,Repr-Digest");

    /** Names of headers, in a length well below the limits of proxies. */
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}");

    /** The star does not include Authorization (Fetch Standard, "CORS-non-wildcard request-header name"). */
    private static final String ALL_HEADERS = "*,Authorization";

    private static final String PREFLIGHT_SECONDS = "86400";

    private CrossOriginReading() {}

    /** The headers are sent with or without Origin, because caches use one answer for both. */
    static void allow(RoutingContext context) {
        context.response()
                .headers()
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        var request = context.request();
        if (request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            answerPreflight(context);
        } else {
            context.next();
        }
    }

    /** No header is harmful: public addresses change nothing, and browsers send no cookies with {@code *}. */
    private static void answerPreflight(RoutingContext context) {
        var asked = context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        boolean wellFormed = asked != null && HEADER_NAMES.matcher(asked).matches();
        var response = context.response();
        response.headers()
                .set(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                        context.normalizedPath().equals(RequestGuard.SEARCH)
                                ? "GET,HEAD,POST,OPTIONS"
                                : "GET,HEAD,OPTIONS")
                // By name: some browsers do not support the star.
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wellFormed ? asked : ALL_HEADERS)
                .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        response.setStatusCode(HttpResponseStatus.NO_CONTENT.code()).end();
    }
}
