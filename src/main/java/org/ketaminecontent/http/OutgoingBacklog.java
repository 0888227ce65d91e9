package org.ketaminecontent.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The total of bytes that connections hold in memory, with a limit: beyond it, the connection that has held bytes for
 * the longest time is closed. Clients that read or send at a usual rate hold nothing for long.
 */
final class OutgoingBacklog {

    /** A connection, or a part of its memory. */
    interface Holder {

        /** Closes the connection, from any thread. */
        void cut();
    }

    private final long most;
    private final Map<Holder, Long> held = new LinkedHashMap<>();
    private long total;

    /** @param most the limit in bytes */
    OutgoingBacklog(long most) {
        this.most = most;
    }

    /** Sets the number of bytes that a holder has now. */
    synchronized void hold(Holder holder, long bytes) {
        var before = bytes == 0 ? held.remove(holder) : held.put(holder, bytes);
        total += bytes - (before == null ? 0 : before);
        while (total > most) {
            var longest = held.entrySet().iterator().next();
            held.remove(longest.getKey());
            total -= longest.getValue();
            longest.getKey().cut();
        }
    }

    /** The total in bytes. */
    synchronized long total() {
        return total;
    }

    long most() {
        return most;
    }
}
