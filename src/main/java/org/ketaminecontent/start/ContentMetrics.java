package org.ketaminecontent.start;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ketaminecontent.cache.ContentVersions;
import org.ketaminecontent.cache.ResponseCache;
import org.ketaminecontent.editorial.Reviews;
import org.ketaminecontent.live.LatestChanges;
import org.ketaminecontent.webhook.Webhooks;

/**
 * Measures the content as this process serves it. Figures of the database are read when metrics are, and are not a
 * number while it cannot be reached.
 */
@ApplicationScoped
class ContentMetrics {

    private final MeterRegistry registry;
    private final ApplicationStart start;
    private final ResponseCache cache;
    private final ContentVersions versions;
    private final LatestChanges latest;
    private final Reviews reviews;
    private final Webhooks webhooks;

    ContentMetrics(
            MeterRegistry registry,
            ApplicationStart start,
            ResponseCache cache,
            ContentVersions versions,
            LatestChanges latest,
            Reviews reviews,
            Webhooks webhooks) {
        this.registry = registry;
        this.start = start;
        this.cache = cache;
        this.versions = versions;
        this.latest = latest;
        this.reviews = reviews;
        this.webhooks = webhooks;
    }

    void register(@Observes StartupEvent event) {
        gauge("content.version", "Number of the latest change that is delivered here", versions::content);
        gauge("content.search.version", "Number of the latest change that is searched here", versions::index);
        gauge(
                "content.database.reachable",
                "1 if the database answers and its changes are read here, otherwise 0",
                () -> isReachable() ? 1 : 0);
        gauge(
                "content.changes.unread",
                "Changes in the database that are not delivered here yet",
                read(() -> Math.max(0, latest.toAnything().number() - versions.content())));
        gauge("content.reviews.overdue", "Live documents whose review is overdue", read(reviews::overdue));
        gauge(
                "content.webhooks.disabled",
                "Webhook endpoints that the server disabled",
                read(() -> webhooks.disabledByServer().size()));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private Supplier<Number> read(LongSupplier value) {
        return () -> isReachable() ? (Number) value.getAsLong() : Double.NaN;
    }

    private boolean isReachable() {
        return start.isReady() && !cache.isStale();
    }
}
