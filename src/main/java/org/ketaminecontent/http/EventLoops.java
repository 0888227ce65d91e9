package org.ketaminecontent.http;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * As many event loops as processors, unless somebody says otherwise: more of them only take turns. It also says how much may
 * be in flight, before anything can be.
 */
@Singleton
class EventLoops implements VertxOptionsCustomizer {

    private final Optional<Integer> wanted;

    EventLoops(
            @ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> wanted, HttpConfig config) {
        this.wanted = wanted;
        InFlight.allow(config.inFlight(), config.connections());
    }

    @Override
    public void accept(VertxOptions options) {
        if (wanted.isEmpty()) {
            options.setEventLoopPoolSize(Runtime.getRuntime().availableProcessors());
        }
    }
}
