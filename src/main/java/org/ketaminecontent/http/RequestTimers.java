package org.ketaminecontent.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Times every request as {@code http.server.requests}, under the template of its path. Quarkus has the same metric, but
 * needs more time to find the right timer than the rest of a cached answer takes (see docs/decisions/0016).
 */
@Singleton
class RequestTimers {

    private static final String METRIC = "http.server.requests";
    private static final String BEGUN = RequestTimers.class.getName();

    /** Clients can invent any number of methods: a preflight gets an answer at any address. */
    private static final String OTHER = "OTHER";

    /** From what the cache answers to what the database is given up for. */
    private static final Duration[] BUCKETS = IntStream.of(1, 5, 25, 100, 250, 500, 1000, 2500, 5000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private final MeterRegistry registry;
    private final AnswerLog log;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry registry, AnswerLog log) {
        this.registry = registry;
        this.log = log;
    }

    /** @param status null if the client disconnected before there was one */
    private record Kind(String method, String uri, @Nullable Integer status) {}

    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST - 1).handler(this::time);
    }

    private void time(RoutingContext context) {
        // A request that is routed again passes here again.
        if (context.get(BEGUN) == null) {
            long begun = System.nanoTime();
            context.put(BEGUN, begun);
            context.addEndHandler(end -> ended(context, end.succeeded(), System.nanoTime() - begun));
        }
        context.next();
    }

    private void ended(RoutingContext context, boolean isAnswered, long nanos) {
        timers.computeIfAbsent(kind(context, isAnswered), this::timer).record(nanos, TimeUnit.NANOSECONDS);
        log.ended(context, isAnswered, nanos);
    }

    private static Kind kind(RoutingContext context, boolean answered) {
        var method = context.request().method();
        int status = context.response().getStatusCode();
        var template = PathTemplate.of(context);
        return new Kind(
                METHODS.contains(method) ? method.name() : OTHER,
                template == null ? OTHER : template,
                answered ? status : null);
    }

    private Timer timer(Kind kind) {
        var status = kind.status();
        return Timer.builder(METRIC)
                .description("Duration of requests")
                .serviceLevelObjectives(BUCKETS)
                .tag("method", kind.method())
                .tag("uri", kind.uri())
                .tag("status", status == null ? "RESET" : status.toString())
                .tag("outcome", (status == null ? Outcome.CLIENT_ERROR : Outcome.forStatus(status)).name())
                .register(registry);
    }
}
