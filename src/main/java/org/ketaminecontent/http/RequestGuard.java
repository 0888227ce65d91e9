package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refuses malformed requests before they are handled. */
@Singleton
public class RequestGuard {

    private static final Logger LOG = Logger.getLogger(RequestGuard.class);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The order of this handler, before all routes of the framework. */
    public static final int FIRST = Integer.MIN_VALUE + 100;

    private static final String HOST_NEEDED =
            "The request needs one Host header with a host name or an IP address of at most 253 characters, and an"
                    + " optional port. A host in a proxy's header or in the address must be valid, too.";

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");

    /**
     * The policy of answers that are not pages: if a browser displays one, it can load nothing and appear in no frame.
     */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Search also accepts a body, and changes nothing. */
    static final String SEARCH = "/v1/search";

    private final EarlyRefusals refusals;
    private final RequestFacts facts;
    private final PrivatePort privatePort;
    private final long largestBody;
    private final @Nullable CharSequence transportSecurity;

    RequestGuard(
            EarlyRefusals refusals,
            RequestFacts facts,
            PrivatePort privatePort,
            HttpConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.refusals = refusals;
        this.facts = facts;
        this.privatePort = privatePort;
        this.largestBody = largestBody.asLongValue();
        transportSecurity = config.publicUrl()
                .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                .flatMap(url -> config.strictTransportSecurity())
                .map(HttpHeaders::createOptimized)
                .orElse(null);
    }

    void guard(@Observes Router router) {
        router.route().order(FIRST).handler(this::check).failureHandler(this::explain);
    }

    private void setHeadersOfAll(HttpServerResponse response) {
        var headers = response.headers().set(HttpHeaders.DATE, HttpDate.now()).set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        if (transportSecurity != null) {
            headers.set(TRANSPORT_SECURITY, transportSecurity);
        }
    }

    private void check(RoutingContext context) {
        setHeadersOfAll(context.response());
        var address = new RequestAddress(context.request().uri());
        var failure = address.fault()
                .or(() -> malformedHost(context.request()))
                .or(() -> tooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)))
                .or(() -> tooManyFields(context.request().headers()))
                .or(() -> coded(context.request()))
                .or(() -> ofNoType(context));
        failure.ifPresentOrElse(
                refused -> refusals.send(refused, context),
                () -> address.rewritten().ifPresentOrElse(context::reroute, () -> pass(context)));
    }

    private void pass(RoutingContext context) {
        if (!PrivatePort.isPlace(context.normalizedPath())) {
            CrossOriginReading.allow(context);
        } else if (privatePort.isConfigured() && !privatePort.received(context.request())) {
            var path = context.request().path();
            refusals.send(new Failure(ErrorCode.NOT_FOUND, "There is nothing at " + path + "."), context);
        } else {
            context.next();
        }
    }

    /** Links in answers may begin with the host, so it must be valid. */
    private Optional<Failure> malformedHost(HttpServerRequest request) {
        return facts.namesHost(request)
                ? Optional.empty()
                : Optional.of(new Failure(ErrorCode.MALFORMED_REQUEST, HOST_NEEDED));
    }

    private static Optional<Failure> tooManyFields(MultiMap headers) {
        int bytes = HeaderLines.combine(headers);
        return bytes <= HeaderLines.MOST
                ? Optional.empty()
                : Optional.of(new Failure(
                        ErrorCode.HEADERS_TOO_LARGE,
                        "The header fields have " + bytes + " bytes; " + HeaderLines.MOST + " are allowed."));
    }

    /** Compressed bodies are refused, because a small one can be arbitrarily large when decompressed. */
    private static Optional<Failure> coded(HttpServerRequest request) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return coding == null || coding.equalsIgnoreCase("identity") || READING.contains(request.method())
                ? Optional.empty()
                : Optional.of(new Failure(
                                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                                "The body is sent with the content coding '" + CodePoints.shown(coding, 60)
                                        + "'. Send it without a Content-Encoding header.")
                        .with("Accept-Encoding", "identity"));
    }

    /** If several media types are accepted, the framework fails on an invalid Content-Type. */
    private static Optional<Failure> ofNoType(RoutingContext context) {
        var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null
                || READING.contains(context.request().method())
                || !context.normalizedPath().equals(SEARCH)) {
            return Optional.empty();
        }
        try {
            MediaType.valueOf(type);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(new Failure(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            "The Content-Type '" + CodePoints.shown(type, 60) + "' is not a media type.")
                    .with("Accept-Post", MediaType.APPLICATION_JSON + ", " + MediaType.APPLICATION_FORM_URLENCODED));
        }
    }

    /**
     * Sends failures outside of resources as problems. The address is not logged, because it may contain a reader's
     * query.
     */
    private void explain(RoutingContext context) {
        var failure = context.failure();
        if (context.response().ended() || context.response().headWritten()) {
            LOG.debugf("Failed after the answer had begun: %s", failure);
            if (!context.response().ended()) {
                context.request().connection().close();
            }
            return;
        }
        if (failure instanceof SecurityException || failure instanceof RejectedExecutionException) {
            context.next();
            return;
        }
        setHeadersOfAll(context.response());
        refusals.send(failure(context, failure), context);
    }

    private Failure failure(RoutingContext context, @Nullable Throwable cause) {
        int status = context.statusCode();
        if (status == ErrorCode.MALFORMED_REQUEST.status && context.request().authority() == null) {
            // The server itself refuses a request without a host, before any handler, and without an explanation.
            return new Failure(ErrorCode.MALFORMED_REQUEST, HOST_NEEDED);
        }
        if (status >= ErrorCode.MALFORMED_REQUEST.status && status < ErrorCode.INTERNAL_ERROR.status) {
            var code = ErrorCode.ofStatus(status);
            return new Failure(code, code.explanation);
        }
        if (cause != null) {
            AnswerLog.note(context, cause);
        }
        return new Failure(ErrorCode.INTERNAL_ERROR, "The server failed; the request is not at fault.");
    }

    /** The framework would answer without an explanation. */
    private Optional<Failure> tooLarge(@Nullable String contentLength) {
        return contentLength == null || Long.parseLong(contentLength) <= largestBody
                ? Optional.empty()
                : Optional.of(new Failure(
                        ErrorCode.BODY_TOO_LARGE,
                        "The body has " + contentLength + " bytes; " + largestBody + " are allowed."));
    }
}
