package org.ketaminecontent.delivery;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.text.BodyFormat;

/** Makes the delivery contexts of answers. */
@ApplicationScoped
public class DeliveryContexts {

    private final RequestFacts facts;
    private final Clock clock;

    DeliveryContexts(RequestFacts facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The context of the answer to a request. */
    public DeliveryContext of(BodyFormat format, RoutingContext context) {
        return at(format, facts.base(context));
    }

    /** @param base the address at the beginning of links */
    public DeliveryContext at(BodyFormat format, String base) {
        return new DeliveryContext(format, base, LocalDate.now(clock));
    }
}
