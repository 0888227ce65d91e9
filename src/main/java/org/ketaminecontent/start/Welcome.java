package org.ketaminecontent.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says where to look, once the content is live. */
@ApplicationScoped
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    private final String host;
    private final int port;

    Welcome(
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.host = host.equals("0.0.0.0") ? "localhost" : host;
        this.port = port;
    }

    void print() {
        if (LaunchMode.current() != LaunchMode.TEST) {
            var base = "http://" + host + ":" + port;
            LOG.infof("Open %1$s in a browser; the API is at %1$s/v1, its description at %1$s/docs", base);
        }
    }
}
