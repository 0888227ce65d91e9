package org.ketaminecontent.http;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import org.jboss.logging.Logger;

/**
 * A second port, if one is configured, on which everything is served; addresses of editors and operators are then
 * nowhere else. It has the limits of the first one.
 */
@Singleton
class PrivatePort {

    private static final Logger LOG = Logger.getLogger(PrivatePort.class);

    /** Addresses for editors and operators, which other sites' scripts must not read either. */
    private static final List<String> PLACES = List.of("/editorial", "/studio", "/q");

    private final Vertx vertx;
    private final OptionalInt port;
    private final String host;
    private final String url;

    PrivatePort(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        port = config.privatePort();
        host = config.privateHost();
        url = config.privateUrl().map(URI::toString).orElse("http://localhost:" + port.orElse(0));
    }

    void open(@ObservesAsync HttpServerStart started) {
        if (port.isPresent()) {
            vertx.createHttpServer(new HttpServerOptions(started.options())
                            .setHost(host)
                            .setPort(port.getAsInt()))
                    .requestHandler(VertxHttpRecorder.getRootHandler())
                    .listen()
                    .onSuccess(open -> LOG.infof("Editors and operators: %s", url))
                    .onFailure(why -> LOG.errorf("Not listening on port %d of %s: %s", port.getAsInt(), host, why));
        }
    }

    boolean isConfigured() {
        return port.isPresent();
    }

    /** The address at the beginning of links on this port. */
    String url() {
        return url;
    }

    /** Tells whether a request came to this port. */
    boolean received(HttpServerRequest request) {
        return port.isPresent() && request.localAddress().port() == port.getAsInt();
    }

    /** Tells whether this is a place of editors or operators. */
    static boolean isPlace(String path) {
        // A loop: a stream would take longer than the rest of the check.
        for (int i = 0; i < PLACES.size(); i++) {
            var root = PLACES.get(i);
            if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                return true;
            }
        }
        return false;
    }
}
