package org.ketaminecontent.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.ketaminecontent.cache.ResponseCache;

/**
 * Started and ready once the content is live. With the database away there is still an answer to most questions: that is
 * said, but no reason to send readers elsewhere, where the database is away too.
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
