package org.ketaminecontent.http;

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
final class Flight {

    /** Where the request that leads keeps it. */
    static final String IN_CONTEXT = Flight.class.getName();

    private final long since;
    private final AtomicBoolean led = new AtomicBoolean();

    /** Who waits; null once it has landed. */
    private @Nullable List<Consumer<Optional<ReadyAnswer>>> waiting = new ArrayList<>();

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

    /**
     * Waits for the answer, or to hear that there is none.
     *
     * @return no where it has landed already: the answer is in the cache, or has to be read again
     */
    synchronized boolean await(Consumer<Optional<ReadyAnswer>> passenger) {
        return waiting != null && waiting.add(passenger);
    }

    /** Gives those who wait the answer, or nothing; once. */
    void land(Optional<ReadyAnswer> answer) {
        take().forEach(passenger -> passenger.accept(answer));
    }

    private synchronized List<Consumer<Optional<ReadyAnswer>>> take() {
        var all = waiting == null ? List.<Consumer<Optional<ReadyAnswer>>>of() : waiting;
        waiting = null;
        return all;
    }
}
