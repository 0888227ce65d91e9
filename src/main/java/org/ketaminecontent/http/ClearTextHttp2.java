package org.ketaminecontent.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Disables HTTP/2 without TLS by default: through a proxy that forwards the upgrade, clients could bypass the proxy's
 * checks. With TLS nothing changes.
 */
@Singleton
class ClearTextHttp2 implements HttpServerOptionsCustomizer {

    private final HttpConfig config;

    ClearTextHttp2(HttpConfig config) {
        this.config = config;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(config.clearTextHttp2());
    }
}
