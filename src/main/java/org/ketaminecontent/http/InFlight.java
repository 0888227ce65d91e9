package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limits of connections' memory. The server's transport is created before the application, so the limits are
 * static.
 */
final class InFlight {

    /** The factor for cached answers: many connections share their bytes, while they stay in the cache. */
    private static final int SHARED = 6;

    private static volatile InFlight present = new InFlight(16 << 20, Integer.MAX_VALUE);

    /** The limit of requests being received. */
    final OutgoingBacklog received;

    /** The limit of answers computed for one request. */
    final OutgoingBacklog written;

    /** The limit of all answers. */
    final OutgoingBacklog shared;

    private final int mostConnections;
    private final AtomicInteger connections = new AtomicInteger();

    InFlight(long bytes, int mostConnections) {
        this.mostConnections = mostConnections;
        received = new OutgoingBacklog(bytes);
        written = new OutgoingBacklog(bytes);
        shared = new OutgoingBacklog(bytes * SHARED);
    }

    static InFlight present() {
        return present;
    }

    static void allow(MemorySize bytes, int connections) {
        present = new InFlight(bytes.asLongValue(), connections);
    }

    /** Counts a connection, and tells whether it is allowed; it must leave in either case. */
    boolean enter() {
        return connections.incrementAndGet() <= mostConnections;
    }

    void leave() {
        connections.decrementAndGet();
    }
}
