package org.ketaminecontent.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bytes that connections hold in memory, all together and bounded: beyond the bound, the connection that has held its own the
 * longest is cut. Who reads or sends at a usual pace holds nothing for long.
 */
final class OutgoingBacklog {

    /** A connection, or a part of what it holds. */
    interface Holder {

        /** Ends the connection; from any thread. */
        void cut();
    }

    private final long most;
    private final Map<Holder, Long> held = new LinkedHashMap<>();
    private long total;

    /** @param most bytes */
    OutgoingBacklog(long most) {
        this.most = most;
    }

    /** Says how many bytes a holder has now. */
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

    /** Bytes. */
    synchronized long total() {
        return total;
    }

    long most() {
        return most;
    }
}
