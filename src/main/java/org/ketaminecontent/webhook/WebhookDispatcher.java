package org.ketaminecontent.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.http.DatabaseFault;
import org.ketaminecontent.live.ChangeFeedStatus;
import org.ketaminecontent.live.ContentChanged;
import org.ketaminecontent.live.LongStatements;

/**
 * Delivers. One thread does all that takes the database; calls are made beside it. Endpoints take turns: what is due of one
 * is made together, and while it is being made the others go on.
 */
@ApplicationScoped
class WebhookDispatcher {

    private static final Logger LOG = Logger.getLogger(WebhookDispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration UPKEEP = Duration.ofMinutes(1);

    /** A search index that cannot be moved must not keep everybody from being told. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DeliveryPlan plan;
    private final DeliveryQueue queue;
    private final DeliveryCalls calls;
    private final DeliveryUpkeep upkeep;
    private final WebhookClient client;
    private final ContentVersions versions;
    private final Clock clock;
    private final boolean enabled;
    private final Semaphore news = new Semaphore(0);
    private final LinkedBlockingQueue<DeliveryQueue.Made> made = new LinkedBlockingQueue<>();

    /** The number of deliveries in progress, by endpoint. */
    private final Map<UUID, Integer> turns = new HashMap<>();

    private volatile boolean stopped;
    private volatile boolean reachable;
    private volatile boolean begun;
    private long upkeepAt = System.nanoTime();
    private long waitingFor;
    private long waitingSince;

    WebhookDispatcher(
            DeliveryPlan plan,
            DeliveryQueue queue,
            DeliveryCalls calls,
            DeliveryUpkeep upkeep,
            WebhookClient client,
            ContentVersions versions,
            Clock clock,
            @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean enabled) {
        this.plan = plan;
        this.queue = queue;
        this.calls = calls;
        this.upkeep = upkeep;
        this.client = client;
        this.versions = versions;
        this.clock = clock;
        this.enabled = enabled;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentChanged changed) {
        news.release();
    }

    /** From the first time on there are tables to be read. */
    void heard(@Observes ChangeFeedStatus changeFeed) {
        reachable = changeFeed.good();
        if (enabled && reachable && !begun) {
            begun = true;
            versions.whenMoved(news::release);
            var thread = new Thread(this::run, "webhooks");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        stopped = true;
        news.release();
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) Deliveries.Due due) {
        news.release();
    }

    private void run() {
        while (!stopped) {
            try {
                LongStatements.with(() -> {
                    takeTurn();
                    return null;
                });
                news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void takeTurn() {
        try {
            recordWhatIsMade();
            if (!stopped && reachable) {
                planWhatIsNew();
                begin(queue.claim(turns.keySet()));
                keepUp();
            }
        } catch (RuntimeException e) {
            if (!DatabaseFault.isPassing(e)) {
                LOG.error("Webhooks cannot be delivered just now", e);
            }
        }
    }

    private void recordWhatIsMade() {
        var all = new ArrayList<DeliveryQueue.Made>();
        made.drainTo(all);
        if (all.isEmpty()) {
            return;
        }
        try {
            queue.record(all);
        } catch (RuntimeException e) {
            // What cannot be written down is made again, under the same id.
            LOG.warnf("What came of %d deliveries is not written down: %s", all.size(), e.getMessage());
        } finally {
            all.forEach(each ->
                    turns.computeIfPresent(each.delivery().endpointId(), (id, count) -> count == 1 ? null : count - 1));
        }
    }

    /** Plans deliveries of new changes. Receivers read at once, so the cache and the search index must be up to date before. */
    private void planWhatIsNew() {
        long upTo = settled();
        boolean more = true;
        while (more && !stopped) {
            more = plan.planUpTo(upTo);
        }
    }

    private long settled() {
        long content = versions.content();
        if (versions.index() >= content) {
            return content;
        }
        if (waitingFor == 0 || versions.index() >= waitingFor) {
            waitingFor = content;
            waitingSince = System.nanoTime();
        }
        boolean isLate = System.nanoTime() - waitingSince > LONGEST_WAIT.toNanos();
        return isLate ? content : versions.index();
    }

    private void begin(List<ClaimedDelivery> deliveries) {
        deliveries.forEach(each -> turns.merge(each.endpointId(), 1, Integer::sum));
        for (var delivery : deliveries) {
            make(delivery).onComplete(done -> {
                made.add(new DeliveryQueue.Made(delivery, done.result()));
                news.release();
            });
        }
    }

    private Future<CallOutcome> make(ClaimedDelivery delivery) {
        try {
            return inTurn(calls.of(delivery), 0);
        } catch (RuntimeException e) {
            if (!(e instanceof RefusedTarget)) {
                LOG.errorf(e, "Delivery %s cannot be made", delivery.id());
            }
            var why = e instanceof RefusedTarget ? e.getMessage() : "The delivery could not be made.";
            return Future.succeededFuture(new CallOutcome(clock.instant(), Duration.ZERO, null, why, null, null));
        }
    }

    /** The first that fails ends it: all of them are made again, which does no harm. */
    private Future<CallOutcome> inTurn(List<WebhookCall> all, int next) {
        return client.send(all.get(next))
                .compose(outcome -> outcome.isDelivered() && next + 1 < all.size()
                        ? inTurn(all, next + 1)
                        : Future.succeededFuture(outcome));
    }

    private void keepUp() {
        if (System.nanoTime() - upkeepAt >= 0) {
            upkeepAt = System.nanoTime() + UPKEEP.toNanos();
            upkeep.run();
            plan.planOverdue();
        }
    }
}
