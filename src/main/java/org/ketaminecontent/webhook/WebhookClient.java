package org.ketaminecontent.webhook;

import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls without a thread for each: one deadline for all of a call, no redirects, and of an answer no more than is
 * shown.
 */
@ApplicationScoped
class WebhookClient {

    static final int MOST_READ = 2048;

    /** Less than another process waits before it makes a delivery that this one has begun. */
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(60);

    /** Names are looked up by blocking calls; a slow name server must not stop the others. */
    private static final int LOOK_UPS = 16;

    /**
     * To one host: as many as all deliveries that are claimed at once. With fewer, an endpoint that does not answer would keep
     * others at its host waiting.
     */
    private static final int CONNECTIONS = DeliveryQueue.AT_ONCE * Webhooks.MOST;

    private static final int IDLE_SECONDS = 10;
    private static final CharSequence USER_AGENT = AsciiString.of("ketamine-content-api");

    private final Vertx vertx;
    private final WebhookTargets targets;
    private final Clock clock;
    private final Duration deadline;
    private final HttpClient client;
    private final WorkerExecutor lookUps;

    WebhookClient(Vertx vertx, WebhookTargets targets, WebhooksConfig config, Clock clock) {
        this.vertx = vertx;
        this.targets = targets;
        this.clock = clock;
        deadline = config.deadline();
        if (deadline.compareTo(LONGEST_DEADLINE) > 0 || deadline.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("ketamine-content.webhooks.deadline must be 1 to 60 seconds");
        }
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) deadline.toMillis())
                .setMaxPoolSize(CONNECTIONS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxRedirects(0));
        lookUps = vertx.createSharedWorkerExecutor("webhook-names", LOOK_UPS);
    }

    @PreDestroy
    void close() {
        client.close();
        lookUps.close();
    }

    /** Makes a call; the outcome never fails. */
    Future<CallOutcome> send(WebhookCall call) {
        return new Attempt(call).begin();
    }

    private final class Attempt {

        private final WebhookCall call;
        private final Promise<CallOutcome> outcome = Promise.promise();
        private final Instant at = clock.instant();
        private final long begun = System.nanoTime();
        private final Buffer answer = Buffer.buffer();
        private volatile @Nullable HttpClientRequest request;

        Attempt(WebhookCall call) {
            this.call = call;
        }

        Future<CallOutcome> begin() {
            long timer = vertx.setTimer(deadline.toMillis(), late -> fail(new TimeoutException()));
            lookUps.<InetSocketAddress>executeBlocking(this::resolve, false)
                    .compose(this::connect)
                    .compose(this::write)
                    .onFailure(this::fail);
            return outcome.future().onComplete(done -> {
                vertx.cancelTimer(timer);
                var open = request;
                if (open != null && done.result().problem() != null) {
                    open.reset();
                }
            });
        }

        private InetSocketAddress resolve() throws UnknownHostException {
            return targets.resolve(targets.parse(call.url()));
        }

        /** To the address that was checked, under the name that its certificate must have. */
        private Future<HttpClientRequest> connect(InetSocketAddress checked) {
            var uri = URI.create(call.url());
            var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return client.request(new RequestOptions()
                    .setMethod(HttpMethod.valueOf(call.method()))
                    .setServer(SocketAddress.inetSocketAddress(checked))
                    .setHost(uri.getHost())
                    .setPort(WebhookTargets.port(uri))
                    .setSsl("https".equalsIgnoreCase(uri.getScheme()))
                    .setFollowRedirects(false)
                    .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        }

        private Future<HttpClientResponse> write(HttpClientRequest connected) {
            request = connected;
            if (outcome.future().isComplete()) {
                connected.reset();
            }
            connected.putHeader(HttpHeaders.USER_AGENT, USER_AGENT);
            call.headers().forEach(connected::putHeader);
            // Of this future alone the listeners run before anything of the answer is lost: one without a body ends at
            // once.
            connected.response().onSuccess(this::read);
            return connected.send(Buffer.buffer(call.body()));
        }

        /** Reads an answer, and disconnects from an endpoint that sends more than is shown. */
        private void read(HttpClientResponse response) {
            response.exceptionHandler(this::fail);
            response.endHandler(end -> end(response));
            response.handler(part -> {
                answer.appendBuffer(part);
                if (answer.length() >= MOST_READ) {
                    response.handler(rest -> {});
                    end(response);
                    response.request().reset();
                }
            });
        }

        private void end(HttpClientResponse response) {
            var shown = new String(answer.getBytes(0, Math.min(answer.length(), MOST_READ)), StandardCharsets.UTF_8);
            outcome.tryComplete(new CallOutcome(
                    at,
                    latency(),
                    response.statusCode(),
                    null,
                    shown.replace('\0', '\uFFFD'),
                    retryAfter(response.getHeader(HttpHeaders.RETRY_AFTER))));
        }

        private void fail(Throwable why) {
            outcome.tryComplete(new CallOutcome(at, latency(), null, problem(why), null, null));
        }

        private Duration latency() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /** Kinds of failures, and nothing of what a host inside the network may have said. */
    private String problem(Throwable why) {
        if (why instanceof RefusedTarget refused) {
            return String.valueOf(refused.getMessage());
        }
        if (why instanceof UnknownHostException) {
            return "The host has no address.";
        }
        if (why instanceof TimeoutException || why instanceof io.netty.channel.ConnectTimeoutException) {
            return "There was no whole answer within " + deadline.toSeconds() + " seconds.";
        }
        if (why instanceof javax.net.ssl.SSLException) {
            return "No connection with TLS could be made.";
        }
        return "The connection could not be made, or ended.";
    }

    /** Seconds or a time (RFC 9110, section 10.2.3). */
    private @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            clock.instant(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
