package org.ketaminecontent.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;

/**
 * Keeps anybody from doing too much, or from guessing keys. Each process counts for itself. Answers say what is left, as
 * <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit fields</a> do.
 */
@ApplicationScoped
class Limits {

    private static final long MINUTE_SECONDS = 60;
    private static final long MOST_KEPT = 100_000;

    private final AccessConfig config;
    private final Cache<String, Bucket> writes = buckets();
    private final Cache<String, Bucket> failures = buckets();

    protected Limits(AccessConfig config) {
        this.config = config;
    }

    /** After that time a bucket is full again, and need not be kept. */
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

    /** Refuses an address that has tried too many keys. */
    void refuseGuessing(RoutingContext context) {
        var bucket = failures.getIfPresent(address(context));
        if (bucket != null && bucket.getAvailableTokens() == 0) {
            throw tooMany(
                    "Too many keys from this address were not valid.",
                    bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
    }

    /** Remembers that a key was not valid. */
    void failed(RoutingContext context) {
        failures.get(address(context), address -> bucket(config.failuresPerMinute()))
                .tryConsume(1);
    }

    private static String address(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }

    private static Failure tooMany(String message, ConsumptionProbe probe) {
        return tooMany(message, probe.getNanosToWaitForRefill());
    }

    private static Failure tooMany(String message, long nanos) {
        return new Failure(ErrorCode.TOO_MANY_REQUESTS, message).with("Retry-After", String.valueOf(seconds(nanos)));
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
    }
}
