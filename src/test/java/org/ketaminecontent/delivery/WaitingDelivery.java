package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CountDownLatch;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.Document;

/** Makes no list until it is told to, and fails then. */
public class WaitingDelivery extends FailingDelivery {

    private final CountDownLatch going = new CountDownLatch(1);

    public WaitingDelivery(RuntimeException fault) {
        super(fault);
    }

    @Override
    public <D extends Document> RestResponse<Page<D>> page(
            ContentType<?, ?> type, ListQuery query, RoutingContext context, UriInfo uri) {
        try {
            going.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return super.page(type, query, context, uri);
    }

    public void go() {
        going.countDown();
    }
}
