package org.ketaminecontent.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.PreviewParameter;

/** Answers requests with a preview's token as if the draft were live, and sees to it that nobody keeps the answer. */
class PreviewFilter {

    private static final String SHOWN = PreviewFilter.class.getName();

    /** After every other filter has seen the request, and before any sees the answer for the last time. */
    private static final int INNERMOST = 9000;

    private static final int OUTERMOST = 1;

    private final Previews previews;

    PreviewFilter(Previews previews) {
        this.previews = previews;
    }

    @ServerRequestFilter(priority = INNERMOST)
    void show(ContainerRequestContext request, RoutingContext context) {
        var tokens = request.getUriInfo().getQueryParameters().getOrDefault(PreviewParameter.NAME, List.of());
        if (tokens.isEmpty()) {
            return;
        }
        // Spelt otherwise, the cache has taken the request for any other.
        if (tokens.size() > 1 || !PreviewParameter.isIn(context.request())) {
            throw new Failure(ErrorCode.INVALID_PREVIEW, "Send one token, in a parameter that is spelt 'preview'.");
        }
        context.put(SHOWN, true);
        previews.show(tokens.get(0));
    }

    @ServerResponseFilter(priority = OUTERMOST)
    void keepPrivate(ContainerResponseContext response, RoutingContext context) {
        if (context.get(SHOWN) == null) {
            return;
        }
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            QuarkusTransaction.rollback();
        }
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
        headers.putSingle("X-Robots-Tag", "noindex");
        headers.remove("Surrogate-Key");
        headers.remove("Cache-Tag");
        headers.remove("Surrogate-Control");
    }
}
