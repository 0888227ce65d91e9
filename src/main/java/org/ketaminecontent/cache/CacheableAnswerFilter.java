package org.ketaminecontent.cache;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.OutgoingBody;
import org.ketaminecontent.http.PathTemplate;
import org.ketaminecontent.http.RequestFacts;

/** Prepares an answer, caches it, and sends this request its form of it. */
class CacheableAnswerFilter {

    private final CacheRoute route;
    private final RequestFacts facts;
    private final HttpConfig.KeyHeader keyHeader;

    CacheableAnswerFilter(CacheRoute route, RequestFacts facts, HttpConfig config) {
        keyHeader = config.keyHeader();
        this.route = route;
        this.facts = facts;
    }

    @ServerResponseFilter
    void render(ContainerResponseContext response, RoutingContext context) {
        ReaderTurns.made(context);
        if (response.getEntity() instanceof CacheableAnswer rendering) {
            var answer = CachedAnswer.of(rendering, keyHeader, PathTemplate.of(context));
            var cacheStatus = route.keep(context, answer);
            var reply = answer.reply(context.request(), () -> facts.traceId(context));
            reply.headers().forEach(response.getHeaders()::putSingle);
            if (cacheStatus != null) {
                response.getHeaders().putSingle("Cache-Status", cacheStatus);
            }
            if (reply.validated()) {
                response.getHeaders().putSingle(HttpHeaders.ETAG, reply.coded().etag());
            }
            response.setStatus(reply.status());
            var type = reply.hasBody() ? reply.headers().get(HttpHeaders.CONTENT_TYPE) : null;
            context.addHeadersEndHandler(done -> setType(context.response(), type));
            if (reply.hasBody()) {
                fill(response, reply, context.request().method() == HttpMethod.HEAD);
            } else {
                response.setEntity(null);
            }
        }
    }

    /** The framework writes the media type in its own form, and with a 304 too; cached answers must not differ. */
    private static void setType(HttpServerResponse response, @Nullable String type) {
        if (type != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        } else {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }

    private static void fill(ContainerResponseContext response, SentAnswer reply, boolean isHead) {
        var headers = response.getHeaders();
        var coded = reply.coded();
        if (isHead) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, coded.bytes().length());
        }
        if (coded.coding() != null) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, coded.coding());
        }
        var type = reply.headers().get(HttpHeaders.CONTENT_TYPE);
        response.setEntity(new OutgoingBody(coded.bytes()), null, MediaType.valueOf(type));
    }
}
