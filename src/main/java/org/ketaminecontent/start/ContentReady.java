package org.ketaminecontent.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.ketaminecontent.cache.ResponseCache;

/**
 * Health checks: started and ready once the content is live. Without a database, most requests can still be answered,
 * so the check reports it but stays up; other replicas would have no database either.
 */
@Readiness
@Startup
@ApplicationScoped
class ContentReady implements HealthCheck {

    private final ApplicationStart start;
    private final ResponseCache cache;

    ContentReady(ApplicationStart start, ResponseCache cache) {
        this.start = start;
        this.cache = cache;
    }

    @Override
    public HealthCheckResponse call() {
        boolean degraded = cache.isStale();
        return HealthCheckResponse.named("content is live")
                .status(start.isReady() && (!degraded || cache.isWarm()))
                .withData("database", degraded || !start.isReady() ? "away" : "present")
                .withData("degraded", degraded)
                .build();
    }
}
