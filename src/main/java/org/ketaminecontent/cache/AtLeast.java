package org.ketaminecontent.cache;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.ketaminecontent.http.EarlyRefusals;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.QueryParameter;

/**
 * Holds back a request that asks for nothing older than a change, until this process reads that change. Whoever was told of a
 * change by one replica may ask another one, which hears of it a moment later.
 */
@Singleton
class AtLeast {

    static final long PATIENCE_MILLIS = 2000;
    static final int MOST_WAITING = 1000;

    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,9}");

    /** They read drafts, which no change makes. */
    private static final List<String> EDITORS = List.of("/editorial", "/studio");

    /** The addresses that answer from the search index. */
    private static final Set<String> SEARCHES =
            Set.of("/v1/search", "/v1/suggest", "/v1/lookup", "/search", "/infobutton");

    private final ContentVersions versions;
    private final EarlyRefusals refusals;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    AtLeast(ContentVersions versions, EarlyRefusals refusals) {
        this.versions = versions;
        this.refusals = refusals;
        versions.whenMoved(() -> waiting.forEach(Waiting::look));
    }

    /** Lets a request go on, at once or as soon as what it asks for is read here. */
    void hold(RoutingContext context) {
        long wanted = wanted(context);
        boolean isSearch = SEARCHES.contains(context.normalizedPath());
        if (isReached(wanted, isSearch)) {
            context.next();
        } else if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            refuse(context, wanted);
        } else {
            context.request().pause();
            new Waiting(context, wanted, isSearch).begin();
        }
    }

    /** Zero where nothing is asked for; what is no number is refused later, where parameters are. */
    private static long wanted(RoutingContext context) {
        var query = context.request().query();
        if (query == null
                || !query.contains(QueryParameter.AT_LEAST.name() + "=")
                || EDITORS.stream().anyMatch(context.normalizedPath()::startsWith)) {
            return 0;
        }
        var values = context.queryParam(QueryParameter.AT_LEAST.name());
        long wanted = values.size() == 1 && NUMBER.matcher(values.get(0)).matches() ? Long.parseLong(values.get(0)) : 0;
        return wanted > Integer.MAX_VALUE ? 0 : wanted;
    }

    private boolean isReached(long wanted, boolean isSearch) {
        return wanted <= versions.content() && (!isSearch || wanted <= versions.index());
    }

    private void refuse(RoutingContext context, long wanted) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        var failure = new Failure(
                ErrorCode.VERSION_NOT_REACHED,
                "Change " + wanted + " cannot be read here yet; the latest is " + versions.content() + ".");
        refusals.send(failure.with("Retry-After", ErrorCode.RETRY_AFTER_SECONDS), context);
    }

    private final class Waiting {

        private final RoutingContext request;
        private final long wanted;
        private final boolean isSearch;
        private final Context place;
        private final AtomicBoolean over = new AtomicBoolean();

        Waiting(RoutingContext request, long wanted, boolean isSearch) {
            this.request = request;
            this.wanted = wanted;
            this.isSearch = isSearch;
            place = request.vertx().getOrCreateContext();
        }

        void begin() {
            waiting.add(this);
            request.vertx().setTimer(PATIENCE_MILLIS, late -> end(() -> refuse(request, wanted)));
            // It may have been reached since the first look.
            look();
        }

        void look() {
            if (isReached(wanted, isSearch)) {
                end(request::next);
            }
        }

        private void end(Runnable then) {
            if (over.compareAndSet(false, true)) {
                waiting.remove(this);
                count.decrementAndGet();
                place.runOnContext(now -> {
                    request.request().resume();
                    then.run();
                });
            }
        }
    }
}
