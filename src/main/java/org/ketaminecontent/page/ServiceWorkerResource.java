package org.ketaminecontent.page;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.ketaminecontent.delivery.DocumentReader;

/**
 * The script that keeps pages for readers without a connection (W3C Service Workers), or, where the setting is off, the
 * one that drops what was kept.
 */
@Path("/service-worker.js")
public class ServiceWorkerResource {

    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final DocumentReader reader;
    private final String worker;

    ServiceWorkerResource(DocumentReader reader, PageConfig config) {
        this.reader = reader;
        worker = read(config.offline() ? "web/offline-worker.js" : "web/no-worker.js");
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> getWorker(@Context RoutingContext context) {
        return reader.everything(context)
                .rendering(worker, Map.of())
                .as(SCRIPT)
                .with("Content-Security-Policy", "default-src 'none'; connect-src 'self'")
                .described();
    }

    private static String read(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
