package org.ketaminecontent.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Started and ready once the content is live; the connection to the database has a check of its own. */
@Readiness
@Startup
@ApplicationScoped
class ContentReady implements HealthCheck {

    private final Start start;

    ContentReady(Start start) {
        this.start = start;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("content is live")
                .status(start.isReady())
                .build();
    }
}
