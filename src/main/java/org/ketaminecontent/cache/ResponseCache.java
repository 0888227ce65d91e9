package org.ketaminecontent.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ketaminecontent.http.HttpConfig;

/**
 * Answers that are kept ready. What they show decides when they are dropped, and nothing else: they do not age.
 *
 * <p>There are two shelves, each with half of the memory. One is for documents and lists asked for plainly: there are as
 * many as there is content, so that nobody can crowd them out. The other one is for whatever else can be asked, of which
 * there is no end; it keeps what is asked for often (Caffeine's W-TinyLFU).
 */
@Singleton
public class ResponseCache {

    private final Cache<CanonicalRequest, CachedAnswer> plain;
    private final Cache<CanonicalRequest, CachedAnswer> special;
    private final Map<CanonicalRequest, SingleFlight> flights = new ConcurrentHashMap<>();

    /** When each name was last dropped, as counted here. */
    private final Map<String, Long> drops = new ConcurrentHashMap<>();

    private volatile long clock;
    private volatile boolean stale;

    ResponseCache(HttpConfig config) {
        long half = config.cache().size().asLongValue() / 2;
        plain = lookup(half);
        special = lookup(half);
    }

    private static Cache<CanonicalRequest, CachedAnswer> lookup(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((CanonicalRequest request, CachedAnswer answer) -> request.weight() + answer.weight())
                .build();
    }

    Optional<CachedAnswer> find(CanonicalRequest request) {
        var kept = lookup(request).getIfPresent(request);
        return Optional.ofNullable(kept == null && request.isPlain() ? special.getIfPresent(request) : kept);
    }

    private Cache<CanonicalRequest, CachedAnswer> lookup(CanonicalRequest request) {
        return request.isPlain() ? plain : special;
    }

    /** The reading that is under way for this request, or a new one, which the caller leads. */
    SingleFlight join(CanonicalRequest request) {
        // The time first: within the map it would be asked for under the map's lock.
        var flight = new SingleFlight(now());
        var present = flights.putIfAbsent(request, flight);
        return present == null ? flight : present;
    }

    /** Ends a reading; those who wait for it get the answer, where there is one. */
    void land(CanonicalRequest request, SingleFlight flight, Optional<CachedAnswer> answer) {
        // Whoever comes too late for it must not meet it again.
        flights.remove(request, flight);
        flight.land(answer);
    }

    long now() {
        return clock;
    }

    /**
     * Keeps an answer, unless something that it shows was dropped since its reading began.
     *
     * @return whether it was kept
     */
    synchronized boolean store(CanonicalRequest request, CachedAnswer answer, long since) {
        if (answer.keys().stream().anyMatch(key -> drops.getOrDefault(key, 0L) > since)) {
            return false;
        }
        // Nothing that is not there may crowd out what is.
        (answer.isContent() ? lookup(request) : special).put(request, answer);
        return true;
    }

    /** Drops every answer that shows one of these documents or lists, the ones that are being read too. */
    public synchronized void drop(Set<String> keys) {
        clock++;
        keys.forEach(key -> drops.put(key, clock));
        flights.clear();
        plain.asMap().values().removeIf(answer -> !Collections.disjoint(answer.keys(), keys));
        special.asMap().values().removeIf(answer -> !Collections.disjoint(answer.keys(), keys));
    }

    /** Says whether changes are heard of; while they are not, what is kept here may be old. */
    public void markStale(boolean isStale) {
        stale = isStale;
    }

    /** Whether what is kept here may be old. */
    public boolean isStale() {
        return stale;
    }

    /** Bytes in memory, about, after all that is to be evicted is. */
    long bytes() {
        return Stream.of(plain, special)
                .mapToLong(lookup -> {
                    lookup.cleanUp();
                    return lookup.policy()
                            .eviction()
                            .orElseThrow()
                            .weightedSize()
                            .orElseThrow();
                })
                .sum();
    }

    /** Whether anything can be answered without a database. */
    public boolean isWarm() {
        return plain.estimatedSize() > 0;
    }
}
