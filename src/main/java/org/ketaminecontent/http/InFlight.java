package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What connections may hold in memory. The server's transport is made before anything of the application is, so that these
 * bounds stand in one place for all.
 */
final class InFlight {

    /** So much more may wait of what is kept ready: many connections share its bytes, while it stays in the cache. */
    private static final int SHARED = 6;

    private static volatile InFlight present = new InFlight(16 << 20, Integer.MAX_VALUE);

    /** Of requests that are being received. */
    final OutgoingBacklog received;

    /** Of answers that were made for one request. */
    final OutgoingBacklog written;

    /** Of all answers. */
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

    /** Counts a connection, and says whether there may be one more; it is to leave in either case. */
    boolean enter() {
        return connections.incrementAndGet() <= mostConnections;
    }

    void leave() {
        connections.decrementAndGet();
    }
}
