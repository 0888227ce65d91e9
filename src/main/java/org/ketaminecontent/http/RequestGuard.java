package org.ketaminecontent.http;

import io.netty.handler.codec.http.HttpResponseStatus;
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
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Refuses malformed addresses before they are handled, and allows all sites to read (CORS). */
@Singleton
public class RequestGuard {

    static final int LONGEST_ADDRESS = 8000;

    private static final Logger LOG = Logger.getLogger(RequestGuard.class);

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** The order of this handler, before all routes of the framework. */
    public static final int FIRST = Integer.MIN_VALUE + 100;

    /**
     * Characters that browsers and curl send unescaped, but the framework refuses or interprets, above all the bar of
     * {@code system|code}. A semicolon would separate parameters, against the WHATWG URL standard.
     */
    private static final Pattern UNESCAPED = Pattern.compile("[|;\\^`{}\"<>\\\\\\[\\]]|[^\\x00-\\x7F]");

    /** Characters that need neither decoding nor escaping. */
    private static final CharPredicate PLAIN =
            CharPredicate.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/?&=,.:_~+*!$'()@-");

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

    /** List parameters as axios and PHP write them: the name with brackets. */
    private static final Pattern LIST_BRACKETS = Pattern.compile("(?:\\[]|%5[Bb]%5[Dd])(?==)");

    private static final String API = "/v1";

    /** Search also accepts a body, and changes nothing. */
    static final String SEARCH = "/v1/search";

    private static final CharSequence ANY = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag,Last-Modified,Link,Content-Language,Retry-After,Cache-Status,X-Infobutton-Match");

    /** Names of headers, in a length well below the limits of proxies. */
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~, -]{1,1000}");

    /** The star does not include Authorization (Fetch Standard, "CORS-non-wildcard request-header name"). */
    private static final String ALL_HEADERS = "*,Authorization";

    private static final String PREFLIGHT_SECONDS = "86400";

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

    /** The headers are sent with or without Origin, because caches use one answer for both. */
    private static void letEverySiteRead(RoutingContext context) {
        context.response()
                .headers()
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                .set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        var request = context.request();
        if (request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            allowReading(context);
        } else {
            context.next();
        }
    }

    /** No header is harmful: public addresses change nothing, and browsers send no cookies with {@code *}. */
    private static void allowReading(RoutingContext context) {
        var asked = context.request().getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        boolean wellFormed = asked != null && HEADER_NAMES.matcher(asked).matches();
        var response = context.response();
        response.headers()
                .set(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS,
                        context.normalizedPath().equals(SEARCH) ? "GET,HEAD,POST,OPTIONS" : "GET,HEAD,OPTIONS")
                // By name: some browsers do not support the star.
                .set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wellFormed ? asked : ALL_HEADERS)
                .set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        response.setStatusCode(HttpResponseStatus.NO_CONTENT.code()).end();
    }

    private void setHeadersOfAll(HttpServerResponse response) {
        var headers = response.headers().set(HttpHeaders.DATE, HttpDate.now()).set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        if (transportSecurity != null) {
            headers.set(TRANSPORT_SECURITY, transportSecurity);
        }
    }

    private void check(RoutingContext context) {
        setHeadersOfAll(context.response());
        var uri = context.request().uri();
        boolean plain = PLAIN.holdsFor(uri);
        var failure = uri.length() > LONGEST_ADDRESS
                ? Optional.of(new Failure(
                        ErrorCode.URI_TOO_LONG,
                        "The address has " + uri.length() + " characters; " + LONGEST_ADDRESS + " are allowed."))
                : (plain ? Optional.<Failure>empty() : malformed(uri))
                        .or(() -> malformedHost(context.request()))
                        .or(() -> tooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)))
                        .or(() -> tooManyFields(context.request().headers()))
                        .or(() -> coded(context.request()))
                        .or(() -> ofNoType(context));
        if (failure.isPresent()) {
            refusals.send(failure.get(), context);
        } else if (!plain && uri.startsWith(API) && LIST_BRACKETS.matcher(uri).find()) {
            context.reroute(LIST_BRACKETS.matcher(uri).replaceAll(""));
        } else if (!plain && UNESCAPED.matcher(uri).find()) {
            context.reroute(UNESCAPED.matcher(uri).replaceAll(match -> escape(match.group())));
        } else if (!PrivatePort.isPlace(context.normalizedPath())) {
            letEverySiteRead(context);
        } else if (privatePort.isConfigured() && !privatePort.received(context.request())) {
            var path = context.request().path();
            refusals.send(new Failure(ErrorCode.NOT_FOUND, "There is nothing at " + path + "."), context);
        } else {
            context.next();
        }
    }

    private static String escape(String character) {
        return Matcher.quoteReplacement(URLEncoder.encode(character, StandardCharsets.UTF_8));
    }

    private static Optional<Failure> malformed(String uri) {
        var bytes = ByteBuffer.allocate(uri.length() * 4);
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c == '%') {
                int high = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 1), 16) : -1;
                int low = i + 2 < uri.length() ? Character.digit(uri.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.of(new Failure(
                            ErrorCode.MALFORMED_REQUEST,
                            "The address has a broken percent escape at character " + (i + 1) + "."));
                }
                bytes.put((byte) (high * 16 + low));
                i += 2;
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return undecodable(bytes.flip());
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

    private static Optional<Failure> undecodable(ByteBuffer bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.indexOf('\0') < 0
                    ? Optional.empty()
                    : Optional.of(new Failure(ErrorCode.MALFORMED_REQUEST, "The address contains a NUL byte."));
        } catch (CharacterCodingException e) {
            return Optional.of(new Failure(ErrorCode.MALFORMED_REQUEST, "The address is not valid UTF-8."));
        }
    }
}
