package org.ketaminecontent.start;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.ketaminecontent.http.OwnAddress;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.live.RenditionReader;

/**
 * Requests every document, its page and the first page of every list, to fill the cache; one after the other, to leave
 * capacity for clients.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);

    /** Answers that are not cached by then are cached on their first request. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration RETRY = Duration.ofMillis(200);
    private static final int SERVER_ERROR = 500;

    private final Vertx vertx;
    private final RenditionReader live;
    private final RequestFacts facts;
    private final String host;
    private final int port;

    WarmUp(
            Vertx vertx,
            RenditionReader live,
            RequestFacts facts,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.vertx = vertx;
        this.live = live;
        this.facts = facts;
        this.host = OwnAddress.reachable(host).replaceAll("[\\[\\]]", "");
        this.port = port;
    }

    /** Begins without waiting for the end. */
    void begin() {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            vertx.executeBlocking(this::addresses).onSuccess(addresses -> {
                var run = new Run(vertx.createHttpClient(), addresses, System.nanoTime());
                vertx.setTimer(RETRY.toMillis(), first -> next(run));
            });
        }
    }

    private record Run(HttpClient client, Queue<String> addresses, long begun) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private Queue<String> addresses() {
        var addresses = new ConcurrentLinkedQueue<String>();
        addresses.add("/v1");
        var documents = live.names();
        documents.stream()
                .map(name -> "/v1/" + name.substring(0, name.indexOf('/')))
                .distinct()
                .forEach(addresses::add);
        documents.forEach(name -> addresses.add("/v1/" + name));
        addresses.add("/");
        documents.forEach(name -> addresses.add("/" + name));
        return addresses;
    }

    private void next(Run run) {
        var address = run.addresses().poll();
        if (address == null || run.age().compareTo(PATIENCE) > 0) {
            end(run);
            return;
        }
        var options = new RequestOptions()
                .setMethod(HttpMethod.HEAD)
                .setHost(host)
                .setPort(port)
                .setURI(address)
                .putHeader(HttpHeaders.HOST, URI.create(facts.home()).getAuthority());
        run.client()
                .request(options)
                .compose(request -> request.send())
                .compose(response -> response.statusCode() < SERVER_ERROR
                        ? response.body()
                        : Future.failedFuture("status " + response.statusCode()))
                .onComplete(done -> {
                    if (done.failed()) {
                        // The server listens only after the application has started, and the database may be
                        // unavailable.
                        run.addresses().add(address);
                        vertx.setTimer(RETRY.toMillis(), again -> next(run));
                    } else {
                        next(run);
                    }
                });
    }

    private static void end(Run run) {
        run.client().close();
        LOG.infof("Answers are cached after %s", run.age().truncatedTo(ChronoUnit.MILLIS));
    }
}
