package org.ketaminecontent.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is known of a request before anything is done with it. */
@Singleton
public class RequestFacts {

    private static final String TRACE_ID = "traceId";
    private static final int TRACE_ID_BYTES = 16;

    /** Version, trace id, parent id and flags of a {@code traceparent} (W3C Trace Context); all zeros are no id. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    /** A name or an IP address, with or without a port (RFC 3986, section 3.2). */
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");

    /** An address, and what a request said that it is asked at. */
    private record Origin(String host, boolean isSafe, String address) {}

    private final Optional<String> publicUrl;
    private final String home;

    /** Whether a proxy tells the address, and not the Host header. */
    private final boolean isForwarded;

    private final RandomGenerator random = new SecureRandom();

    /** Nearly every request names the same one. */
    private volatile String lastHost = "";

    /** Likewise; to make it anew takes longer than to find the answer. */
    private volatile Origin lastOrigin = new Origin("", false, "");

    RequestFacts(
            HttpConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean isForwarded) {
        this.isForwarded = isForwarded;
        publicUrl = config.publicUrl().map(url -> url.toString().replaceAll("/+$", ""));
        home = publicUrl.orElse("http://" + OwnAddress.bracketed(OwnAddress.reachable(host)) + ":" + port);
    }

    /** The address that links begin with where it does not depend on the request. */
    public String home() {
        return home;
    }

    /** The address that links begin with, without a slash at the end. */
    public String base(RoutingContext context) {
        return publicUrl.orElseGet(() -> origin(context.request()));
    }

    private String origin(HttpServerRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        // In HTTP/2 the header is not what counts, and may be another one.
        if (isForwarded || host == null || request.version() == HttpVersion.HTTP_2) {
            return madeOrigin(request);
        }
        boolean isSafe = request.connection().isSsl();
        var last = lastOrigin;
        if (!last.host().equals(host) || last.isSafe() != isSafe) {
            last = new Origin(host, isSafe, madeOrigin(request));
            lastOrigin = last;
        }
        return last.address();
    }

    private String madeOrigin(HttpServerRequest request) {
        var authority = String.valueOf(request.authority());
        // What is no host is refused, and the refusal must not repeat it as one.
        return request.scheme() + "://" + (request.authority() != null && isHost(authority) ? authority : "localhost");
    }

    boolean isHost(String text) {
        if (text.equals(lastHost)) {
            return true;
        }
        boolean isHost = HOST.matcher(text).matches();
        if (isHost) {
            lastHost = text;
        }
        return isHost;
    }

    /** The caller's trace id, or a new one: 32 hexadecimal digits. */
    public String traceId(RoutingContext context) {
        String known = context.get(TRACE_ID);
        if (known != null) {
            return known;
        }
        var traceparent = context.request().getHeader("traceparent");
        var match = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        var traceId = match.matches() ? match.group(1) : newTraceId();
        context.put(TRACE_ID, traceId);
        return traceId;
    }

    private String newTraceId() {
        var bytes = new byte[TRACE_ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
