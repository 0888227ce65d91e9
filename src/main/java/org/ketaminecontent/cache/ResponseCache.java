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
 * The response cache. Answers do not expire: only changes to the documents and lists that they show drop them.
 *
 * <p>It consists of two caches, each with half of the memory. One holds documents and lists without special parameters,
 * whose
 * number is bounded by the content, so that no client can evict them. The other one holds all other requests, whose
 * number is
 * not bounded; it keeps the frequent ones (Caffeine's W-TinyLFU).
 */
@Singleton
public class ResponseCache {

    private final Cache<CanonicalRequest, CachedAnswer> plain;
    private final Cache<CanonicalRequest, CachedAnswer> special;
    private final Map<CanonicalRequest, SingleFlight> flights = new ConcurrentHashMap<>();

    /** The logical time of the last drop of each name. */
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

    /** The computation in progress for this request, or a new one, which the caller leads. */
    SingleFlight join(CanonicalRequest request) {
        // The time is read first: within the map it would be read under the map's lock.
        var flight = new SingleFlight(now());
        var present = flights.putIfAbsent(request, flight);
        return present == null ? flight : present;
    }

    /** Ends a computation; the requests that wait for it get the answer, if there is one. */
    void land(CanonicalRequest request, SingleFlight flight, Optional<CachedAnswer> answer) {
        // Later requests must not join it.
        flights.remove(request, flight);
        flight.land(answer);
    }

    long now() {
        return clock;
    }

    /**
     * Stores an answer, unless something that it shows was dropped since its computation began.
     *
     * @return whether it was stored
     */
    synchronized boolean store(CanonicalRequest request, CachedAnswer answer, long since) {
        if (answer.keys().stream().anyMatch(key -> drops.getOrDefault(key, 0L) > since)) {
            return false;
        }
        // 404s go to the other cache, so that they cannot evict documents.
        (answer.isContent() ? lookup(request) : special).put(request, answer);
        return true;
    }

    /** Drops all answers that show one of these documents or lists, including those being computed. */
    public synchronized void drop(Set<String> keys) {
        clock++;
        keys.forEach(key -> drops.put(key, clock));
        flights.clear();
        plain.asMap().values().removeIf(answer -> !Collections.disjoint(answer.keys(), keys));
        special.asMap().values().removeIf(answer -> !Collections.disjoint(answer.keys(), keys));
    }

    /** Sets whether answers may be stale, because changes are not received. */
    public void markStale(boolean isStale) {
        stale = isStale;
    }

    /** Tells whether answers may be stale. */
    public boolean isStale() {
        return stale;
    }

    /** The approximate size in bytes, after pending evictions. */
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

    /** Tells whether anything can be answered without a database. */
    public boolean isWarm() {
        return plain.estimatedSize() > 0;
    }
}
