package org.ketaminecontent.http;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sets the number of event loops to the number of processors by default, since more would only compete. It also sets
 * the limits of memory in flight, before any connection exists.
 */
@Singleton
class EventLoops implements VertxOptionsCustomizer {

    private final Optional<Integer> wanted;

    EventLoops(
            @ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> wanted, HttpConfig config) {
        this.wanted = wanted;
        InFlight.allow(config.transferMemory(), config.connections());
    }

    @Override
    public void accept(VertxOptions options) {
        if (wanted.isEmpty()) {
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
        }
    }
}
