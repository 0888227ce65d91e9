package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Document;

/** Fails in place of every list: stands in for faults that a test cannot bring about. */
public class FailingDelivery extends ApiAnswers {

    private final RuntimeException fault;

    @SuppressWarnings("NullAway") // It never gets as far as to need them.
    public FailingDelivery(RuntimeException fault) {
        super(null, null, null, null, null, null, null, null, null, null);
        this.fault = fault;
    }

    @Override
    public <D extends Document> RestResponse<Page<D>> page(
            ContentType<?, ?> type, ListQuery query, RoutingContext context, UriInfo uri) {
        throw fault;
    }
}
