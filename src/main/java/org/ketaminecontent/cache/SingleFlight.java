package org.ketaminecontent.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading that answers everybody who asks for the same meanwhile. It does not keep the answer: the request that leads
 * remembers its flight until its client has taken all, which may be long.
 */
final class SingleFlight {

    /** Where the request that leads keeps it. */
    static final String IN_CONTEXT = SingleFlight.class.getName();

    private final long since;
    private final AtomicBoolean led = new AtomicBoolean();

    /** Who waits; null once it has landed. */
    private @Nullable List<Consumer<Optional<CachedAnswer>>> waiting = new ArrayList<>();

    /** @param since the cache's clock when the reading began */
    SingleFlight(long since) {
        this.since = since;
    }

    long since() {
        return since;
    }

    /** Whether the caller is the first, who is to read. */
    boolean lead() {
        return led.compareAndSet(false, true);
    }

    /**
     * Waits for the answer, or to hear that there is none.
     *
     * @return no where it has landed already: the answer is in the cache, or has to be read again
     */
    synchronized boolean await(Consumer<Optional<CachedAnswer>> passenger) {
        return waiting != null && waiting.add(passenger);
    }

    /** Gives those who wait the answer, or nothing; once. */
    void land(Optional<CachedAnswer> answer) {
        take().forEach(passenger -> passenger.accept(answer));
    }

    private synchronized List<Consumer<Optional<CachedAnswer>>> take() {
        var all = waiting == null ? List.<Consumer<Optional<CachedAnswer>>>of() : waiting;
        waiting = null;
        return all;
    }
}
