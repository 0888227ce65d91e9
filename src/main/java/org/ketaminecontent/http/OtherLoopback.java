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
 * Answers {@code localhost} over IPv6 as well (RFC 6761, section 6.3): the framework takes 127.0.0.1 for it and nothing else,
 * while many clients try ::1 first, and some of them nothing else either. Only this machine itself reaches either.
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
        // Of a port that the system chooses nobody knows whether it is free there too.
        if (isPlain && BOTH.equals(options.getHost()) && options.getPort() > 0) {
            vertx.createHttpServer(new HttpServerOptions(options).setHost(IPV6))
                    .requestHandler(VertxHttpRecorder.getRootHandler())
                    .listen()
                    .onFailure(why ->
                            LOG.infof("Not listening on port %d of %s: %s", options.getPort(), IPV6, why.getMessage()));
        }
    }
}
