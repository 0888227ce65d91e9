package org.ketaminecontent.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.Accept;
import org.ketaminecontent.http.EarlyRefusals;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.FailedRequests;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.http.PathTemplate;
import org.ketaminecontent.http.PreviewParameter;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.http.RequestGuard;
import org.ketaminecontent.http.SentAccept;

/**
 * Answers from the cache before the rest of the application runs, and lets one request compute the answer for all that
 * ask for the same.
 */
@Singleton
public class CacheRoute implements FailedRequests {

    private static final String NAME = "ketamine-content";
    private static final CharSequence HIT = HttpHeaders.createOptimized(NAME + "; hit");
    private static final CharSequence STALE_HIT = HttpHeaders.createOptimized(NAME + "; hit; detail=stale");
    private static final CharSequence COLLAPSED = HttpHeaders.createOptimized(NAME + "; fwd=uri-miss; collapsed");
    private static final String STORED = NAME + "; fwd=uri-miss; stored";
    private static final String NOT_STORED = NAME + "; fwd=uri-miss";

    private static final String BELOW = "/*";

    /** Redirects, not found, gone. */
    private static final Set<Integer> KEPT = Set.of(301, 404, 410);

    /** The context key of the normalized request. */
    private static final String ASKED = CanonicalRequest.class.getName();

    private final ResponseCache cache;
    private final AtLeast atLeast;
    private final EarlyRefusals refusals;
    private final RequestFacts facts;
    private final Map<String, CacheableRoutes> places = new HashMap<>();
    private final Map<String, CacheableRoutes> roots = new HashMap<>();
    private final boolean enabled;
    private final Counter hits;
    private final Counter misses;

    CacheRoute(
            ResponseCache cache,
            EarlyRefusals refusals,
            RequestFacts facts,
            @Any Instance<CacheableRoutes> addresses,
            AtLeast atLeast,
            MeterRegistry registry,
            HttpConfig config) {
        this.atLeast = atLeast;
        this.cache = cache;
        this.refusals = refusals;
        this.facts = facts;
        addresses.forEach(this::add);
        enabled = config.cache().size().asLongValue() > 0;
        hits = counter("hit", registry);
        misses = counter("miss", registry);
    }

    /** With the names that Micrometer gives all caches. */
    private static Counter counter(String result, MeterRegistry registry) {
        return Counter.builder("cache.gets")
                .description("Requests that could be answered from the response cache")
                .tag("cache", "answers")
                .tag("result", result)
                .register(registry);
    }

    private void add(CacheableRoutes addresses) {
        addresses.routes().forEach(route -> {
            if (route.endsWith(BELOW)) {
                roots.put(route.substring(0, route.length() - BELOW.length()), addresses);
            } else {
                places.put(route, addresses);
            }
        });
    }

    /** One route for all: matching a path against many patterns takes longer than answering. */
    void observe(@Observes Router router) {
        router.route().order(RequestGuard.FIRST + 1).handler(atLeast::hold).handler(this::agree);
    }

    private @Nullable CacheableRoutes kind(String path) {
        int end = path.indexOf('/', 1);
        var root = roots.get(end < 0 ? path : path.substring(0, end));
        return root == null ? places.get(path) : root;
    }

    /** Selects the media type once, so that cached and computed answers have the same. */
    private void agree(RoutingContext context) {
        var path = context.normalizedPath();
        var kind = kind(path);
        var forms = kind == null ? List.<String>of() : kind.forms(path);
        var usual = forms.isEmpty() ? "" : forms.get(0);
        var header = context.request().getHeader(HttpHeaders.ACCEPT);
        var form = header == null || header.equals(usual) ? usual : form(forms, header, kind != null, context);
        if (form == null) {
            refusals.send(new Failure(ErrorCode.NOT_ACCEPTABLE, SentAccept.notAvailable(context)), context);
        } else if (kind != null && enabled && mayBeKept(context)) {
            answer(form, kind, context);
        } else {
            context.next();
        }
    }

    /** Null if the client accepts none of them. A cacheable address without forms has one, whatever the client accepts. */
    private static @Nullable String form(
            List<String> forms, String header, boolean isCacheable, RoutingContext context) {
        var accept = Accept.of(header);
        var form = accept.best(forms);
        if (accept.isNothing() || (form.isEmpty() && !forms.isEmpty())) {
            return null;
        }
        SentAccept.replace(form.orElseGet(isCacheable ? () -> MediaType.WILDCARD : accept::text), header, context);
        return form.orElse("");
    }

    private void answer(String form, CacheableRoutes kind, RoutingContext context) {
        var language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var variant = kind.variant(context.normalizedPath(), language);
        var asked = CanonicalRequest.of(context, form, variant, facts.base(context), facts.home());
        var kept = find(asked);
        if (kept.isPresent()) {
            hits.increment();
            send(kept.get(), context, cache.isStale() ? STALE_HIT : HIT);
            return;
        }
        var flight = cache.join(asked);
        if (flight.lead()) {
            // Another request may have stored an answer since the first look into the cache.
            var meanwhile = find(asked);
            if (meanwhile.isPresent()) {
                hits.increment();
                cache.land(asked, flight, meanwhile);
                send(meanwhile.get(), context, HIT);
                return;
            }
            misses.increment();
            context.put(ASKED, asked).put(SingleFlight.IN_CONTEXT, flight);
            context.addEndHandler(end -> cache.land(asked, flight, Optional.empty()));
            context.next();
        } else {
            var own = context.vertx().getOrCreateContext();
            context.request().pause();
            if (!flight.await(answer -> own.runOnContext(now -> finish(answer, context)))) {
                context.request().resume();
                answer(form, kind, context);
            }
        }
    }

    private void finish(Optional<CachedAnswer> answer, RoutingContext context) {
        context.request().resume();
        misses.increment();
        if (answer.isPresent()) {
            send(answer.get(), context, COLLAPSED);
        } else {
            context.next();
        }
    }

    private void send(CachedAnswer answer, RoutingContext context, CharSequence cacheStatus) {
        PathTemplate.put(context, answer.pathTemplate());
        answer.reply(context.request(), () -> facts.traceId(context))
                .send(context, answer.isPrivate() ? null : cacheStatus);
    }

    /** An answer computed for another address differs only in its links; those of pages have the path alone. */
    private Optional<CachedAnswer> find(CanonicalRequest asked) {
        return cache.find(asked).or(() -> {
            if (asked.atHome() || !path(asked.base()).equals(path(facts.home()))) {
                return Optional.empty();
            }
            long since = cache.now();
            var moved = cache.find(asked.at(facts.home())).map(answer -> answer.at(facts.home(), asked.base()));
            moved.ifPresent(answer -> cache.store(asked, answer, since));
            return moved;
        });
    }

    private static String path(String base) {
        return URI.create(base).getRawPath();
    }

    private static boolean mayBeKept(RoutingContext context) {
        var request = context.request();
        return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && !context.normalizedPath().startsWith(ApiAddresses.FILES)
                && !PreviewParameter.isIn(request);
    }

    /** Stores the answer to this request, and gives it to the requests that wait for it. */
    @Nullable
    String keep(RoutingContext context, CachedAnswer answer) {
        SingleFlight flight = context.get(SingleFlight.IN_CONTEXT);
        CanonicalRequest asked = context.get(ASKED);
        if (flight == null) {
            return answer.isPrivate() ? null : NOT_STORED;
        }
        boolean stored = cache.store(asked, answer, flight.since());
        cache.land(asked, flight, Optional.of(answer));
        return answer.isPrivate() ? null : stored ? STORED : NOT_STORED;
    }

    /** Tells waiting requests that there is no answer. Redirects and 404s are cached until the collection changes. */
    @Override
    public void refuse(RoutingContext context, int status, Map<String, String> headers, String body, String traceId) {
        SingleFlight flight = context.get(SingleFlight.IN_CONTEXT);
        CanonicalRequest asked = context.get(ASKED);
        if (flight != null) {
            var answer = CachedAnswer.of(
                    status, headers, body, Set.of(asked.collection()), traceId, PathTemplate.of(context));
            // Elsewhere, browsers get an HTML page and programs JSON.
            if (body.isEmpty() || asked.form().equals(MediaType.APPLICATION_JSON)) {
                if (KEPT.contains(status)) {
                    cache.store(asked, answer, flight.since());
                }
                cache.land(asked, flight, Optional.of(answer));
            }
        }
    }
}
