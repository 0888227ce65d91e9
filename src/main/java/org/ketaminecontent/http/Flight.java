package org.ketaminecontent.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One reading that answers everybody who asks for the same meanwhile. */
final class Flight {

    /** Where the request that leads keeps it. */
    static final String IN_CONTEXT = Flight.class.getName();

    private final long since;
    private final AtomicBoolean led = new AtomicBoolean();
    private final Promise<Optional<ReadyAnswer>> landed = Promise.promise();

    /** @param since the cache's clock when the reading began */
    Flight(long since) {
        this.since = since;
    }

    long since() {
        return since;
    }

    /** Whether the caller is the first, who is to read. */
    boolean lead() {
        return led.compareAndSet(false, true);
    }

    void land(ReadyAnswer answer) {
        landed.tryComplete(Optional.of(answer));
    }

    /** Nobody gets an answer from here any more. */
    void land() {
        landed.tryComplete(Optional.empty());
    }

    Future<Optional<ReadyAnswer>> landed() {
        return landed.future();
    }
}
