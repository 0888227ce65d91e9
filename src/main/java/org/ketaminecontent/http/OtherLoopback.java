package org.ketaminecontent.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Listens for {@code localhost} over IPv6 too (RFC 6761, section 6.3): the framework resolves it to 127.0.0.1 only,
 * while many clients try ::1 first, or only that. Both can be reached only from this machine.
 */
@Singleton
class OtherLoopback {

    private static final Logger LOG = Logger.getLogger(OtherLoopback.class);
    private static final String BOTH = "localhost";
    private static final String IPV6 = "::1";

    private final Vertx vertx;
    private final boolean isPlain;

    OtherLoopback(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.http.insecure-requests", defaultValue = "enabled")
                    String insecureRequests) {
        this.vertx = vertx;
        isPlain = insecureRequests.equalsIgnoreCase("enabled");
    }

    void open(@ObservesAsync HttpServerStart started) {
        var options = started.options();
        // A port chosen by the system may not be free for IPv6.
        if (isPlain && BOTH.equals(options.getHost()) && options.getPort() > 0) {
            vertx.createHttpServer(new HttpServerOptions(options).setHost(IPV6))
                    .requestHandler(VertxHttpRecorder.getRootHandler())
                    .listen()
                    .onFailure(why ->
                            LOG.infof("Not listening on port %d of %s: %s", options.getPort(), IPV6, why.getMessage()));
        }
    }
}
