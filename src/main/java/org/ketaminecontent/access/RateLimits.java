package org.ketaminecontent.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.ClientAddress;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/**
 * Rate limits of changes and of invalid credentials. Each process counts for itself. Answers have
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit fields</a>.
 */
@ApplicationScoped
class RateLimits {

    private static final long MINUTE_SECONDS = 60;
    private static final long MOST_KEPT = 100_000;

    private final AccessConfig config;
    private final ClientAddress client;
    private final Cache<String, Bucket> writes = buckets();
    private final Cache<String, Bucket> failures = buckets();

    protected RateLimits(AccessConfig config, ClientAddress client) {
        this.config = config;
        this.client = client;
    }

    /** After this time, a bucket is full again and need not be kept. */
    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build();
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Counts a request that changes something. */
    void write(Actor actor, RoutingContext context) {
        int limit = config.writesPerMinute();
        var probe = writes.get(actor.id(), id -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        var headers = context.response().headers();
        headers.set("RateLimit-Policy", "\"writes\";q=" + limit + ";w=" + MINUTE_SECONDS);
        headers.set(
                "RateLimit",
                "\"writes\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            throw tooMany("No more than " + limit + " requests a minute may change something.", probe);
        }
    }

    /**
     * Counts invalid credentials, for the client and the key that they name. Valid ones are never limited, so that
     * nobody
     * can lock others out by guessing.
     *
     * @param key the id of the key that they name; null if they name none
     * @throws Failure if there were too many
     */
    void failed(RoutingContext context, @Nullable String key) {
        count("from this address", client.of(context.request()));
        if (key != null) {
            count("for this key", key);
        }
    }

    private void count(String which, String counted) {
        int limit = config.failuresPerMinute();
        var probe = failures.get(which + " " + counted, each -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw tooMany("Too many keys or tokens " + which + " were not valid.", probe);
        }
    }

    private static Failure tooMany(String message, ConsumptionProbe probe) {
        return new Failure(ErrorCode.TOO_MANY_REQUESTS, message)
                .with("Retry-After", String.valueOf(seconds(probe.getNanosToWaitForRefill())));
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
