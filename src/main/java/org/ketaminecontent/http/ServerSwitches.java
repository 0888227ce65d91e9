package org.ketaminecontent.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Takes no HTTP/2 without TLS, unless somebody says otherwise: a proxy that passes the upgrade on would let clients speak
 * to this server past whatever the proxy looks at. With TLS nothing changes.
 */
@Singleton
class ServerSwitches implements HttpServerOptionsCustomizer {

    private final HttpConfig config;

    ServerSwitches(HttpConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(config.clearTextHttp2());
    }
}
