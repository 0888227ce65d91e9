package org.ketaminecontent.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A computation whose answer goes to all requests for the same. It does not hold the answer itself, because the leading
 * request references it until its client has received everything, which may take long.
 */
final class SingleFlight {

    /** The context key of the leading request's computation. */
    static final String IN_CONTEXT = SingleFlight.class.getName();

    private final long since;
    private final AtomicBoolean led = new AtomicBoolean();

    /** The waiting requests; null once it has ended. */
    private @Nullable List<Consumer<Optional<CachedAnswer>>> waiting = new ArrayList<>();

    /** @param since the cache's logical time at the beginning of the computation */
    SingleFlight(long since) {
        this.since = since;
    }

    long since() {
        return since;
    }

    /** Tells whether the caller is the first, which must compute the answer. */
    boolean lead() {
        return led.compareAndSet(false, true);
    }

    /**
     * Registers a request that waits for the answer or for the failure.
     *
     * @return false if the computation has ended: the answer is in the cache, or must be computed again
     */
    synchronized boolean await(Consumer<Optional<CachedAnswer>> passenger) {
        return waiting != null && waiting.add(passenger);
    }

    /** Gives the waiting requests the answer, or nothing; once. */
    void land(Optional<CachedAnswer> answer) {
        take().forEach(passenger -> passenger.accept(answer));
    }

    private synchronized List<Consumer<Optional<CachedAnswer>>> take() {
        var all = waiting == null ? List.<Consumer<Optional<CachedAnswer>>>of() : waiting;
        waiting = null;
        return all;
    }
}
