package org.ketaminecontent.http;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Logs security events (ASVS 5, V16): refused requests, and new and revoked keys. Each is counted as {@code
 * security.events}; the number of lines a minute is limited, so that nobody can fill the log. No line contains an
 * address with its query, a person's name or a secret.
 */
@ApplicationScoped
public class SecurityEvents {

    private static final Logger LOG = Logger.getLogger("org.ketaminecontent.security");
    private static final String METRIC = "security.events";
    private static final int LINES_PER_MINUTE = 60;

    /** Unauthenticated, forbidden, too many requests. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

    private final TraceIds traceIds;
    private final MeterRegistry registry;
    private final AtomicLong unwritten = new AtomicLong();
    private final Bucket lines = Bucket.builder()
            .addLimit(limit -> limit.capacity(LINES_PER_MINUTE).refillGreedy(LINES_PER_MINUTE, Duration.ofMinutes(1)))
            .build();

    SecurityEvents(TraceIds traceIds, MeterRegistry registry) {
        this.traceIds = traceIds;
        this.registry = registry;
    }

    /** Logs a refused request; does nothing for other codes. */
    public void refused(ErrorCode code, RoutingContext context) {
        if (!REFUSALS.contains(code.status)) {
            return;
        }
        count(code.code());
        var template = PathTemplate.of(context);
        var line = "Refused: %d %s, %s %s from %s"
                .formatted(
                        code.status,
                        code.code(),
                        context.request().method(),
                        template == null ? "no operation" : template,
                        context.request().remoteAddress().hostAddress());
        traceIds.mark(context, () -> write(line));
    }

    /**
     * Logs an event of a key.
     *
     * @param event such as {@code key-made}
     * @param keyId the public part of the key
     * @param actor the id of the actor
     */
    public void key(String event, String keyId, String actor) {
        count(event);
        // Not limited: few may do this, and nobody may hide it behind many refusals.
        LOG.warnf("Key: %s, %s by %s", event, keyId, actor);
    }

    private void count(String event) {
        Counter.builder(METRIC)
                .description("Events that matter to the security of the server")
                .tag("event", event)
                .register(registry)
                .increment();
    }

    private void write(String line) {
        if (lines.tryConsume(1)) {
            long missing = unwritten.getAndSet(0);
            LOG.warn(missing == 0 ? line : line + " (and " + missing + " more events since the previous line)");
        } else {
            unwritten.incrementAndGet();
        }
    }
}
