package org.ketaminecontent.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Compresses texts that are made for one request: problems, the pages that explain them, and pages for editors. */
class TextCompression {

    private static final Set<String> TYPES = Set.of("text/html", "application/problem+json");

    @ServerResponseFilter
    void compress(ContainerResponseContext response, RoutingContext context) {
        var type = response.getMediaType();
        var text = text(response.getEntity());
        if (text == null
                || type == null
                || !TYPES.contains(type.getType() + "/" + type.getSubtype())
                || context.request().method() == HttpMethod.HEAD
                || response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        vary(response);
        if (!EncodedBody.takesGzip(context.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            return;
        }
        var coded = EncodedBody.gzip(EncodedBody.identity(text));
        if (coded.coding() != null) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, coded.coding());
            response.setEntity(coded.bytes().getBytes(), null, type);
        }
    }

    private static @Nullable Utf8Text text(@Nullable Object entity) {
        if (entity instanceof byte[] bytes) {
            return Utf8Text.of(new String(bytes, StandardCharsets.UTF_8));
        }
        return entity instanceof String text ? Utf8Text.of(text) : null;
    }

    private static void vary(ContainerResponseContext response) {
        var vary = response.getHeaderString(HttpHeaders.VARY);
        if (vary == null || !vary.contains(HttpHeaders.ACCEPT_ENCODING)) {
            response.getHeaders()
                    .putSingle(HttpHeaders.VARY, (vary == null ? "" : vary + ", ") + HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
