package org.ketaminecontent.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What is known of a request before anything is done with it. */
@Singleton
@Named("facts")
public class RequestFacts {

    private static final Logger LOG = Logger.getLogger(RequestFacts.class);

    private static final String TRACE_ID = "traceId";
    private static final int TRACE_ID_BYTES = 16;

    /** Version, trace id, parent id and flags of a {@code traceparent} (W3C Trace Context); all zeros are no id. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** An address, and what a request said that it is asked at. */
    private record Origin(String host, boolean isSafe, String address) {}

    private final Optional<String> publicUrl;
    private final LinkHosts hosts;
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
        publicUrl = config.publicUrl().map(url -> withoutSlash(url.toString()));
        hosts = new LinkHosts(config.hosts().orElse(List.of()), host);
        var own = OwnAddress.bracketed(OwnAddress.reachable(host)) + ":" + port;
        home = publicUrl.orElse("http://" + hosts.first().orElse(own));
        if (publicUrl.isEmpty() && hosts.first().isEmpty() && OwnAddress.isWildcard(host)) {
            LOG.warnf(
                    "Links begin with %s for requests to host names other than this machine's own: set"
                            + " ketamine-content.http.public-url or ketamine-content.http.hosts",
                    home);
        }
    }

    /** The address that links begin with where it does not depend on the request. */
    public String home() {
        return home;
    }

    /** The path below which a proxy shows all of this, such as {@code /kc}; empty where that is the root. */
    public String path() {
        return publicUrl.map(url -> URI.create(url).getRawPath()).orElse("");
    }

    /** The address that links begin with, without a slash at the end. */
    public String base(RoutingContext context) {
        return publicUrl.orElseGet(() -> origin(context.request()));
    }

    private String origin(HttpServerRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        // In HTTP/2 the header is not what counts, and may be another one; so it is where the address names a host.
        if (isForwarded
                || host == null
                || request.version() == HttpVersion.HTTP_2
                || !request.uri().startsWith("/")) {
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
        var asked = LinkHosts.plain(String.valueOf(authority(request)));
        if (isHost(asked) && hosts.allow(asked)) {
            return scheme(request) + "://" + asked;
        }
        // What is not one of ours must not be led to, and a refusal must not repeat it.
        return hosts.first().map(first -> scheme(request) + "://" + first).orElse(home);
    }

    private static String scheme(HttpServerRequest request) {
        return SCHEMES.contains(request.scheme()) ? request.scheme() : "http";
    }

    /**
     * What the request was made to, as it was written: in HTTP/2 and behind a proxy another header than Host says so, and
     * an address in absolute form goes before any (RFC 9112, section 3.2.2).
     */
    private @Nullable String authority(HttpServerRequest request) {
        var uri = request.uri();
        int slashes = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (slashes >= 0) {
            int begin = slashes + "://".length();
            int end = begin;
            while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
                end++;
            }
            return uri.substring(begin, end);
        }
        if (isForwarded || request.version() == HttpVersion.HTTP_2) {
            return request.authority() == null ? null : request.authority().toString();
        }
        return request.getHeader(HttpHeaders.HOST);
    }

    /** Whether all that says what the request was made to is a host, and its scheme one of HTTP's. */
    boolean namesHost(HttpServerRequest request) {
        var headers = request.headers().getAll(HttpHeaders.HOST);
        // HTTP/1.0 needs none.
        boolean isPlain = headers.isEmpty() || (headers.size() == 1 && isHost(headers.get(0)));
        if (!isPlain
                || (!isForwarded
                        && request.version() != HttpVersion.HTTP_2
                        && request.uri().startsWith("/"))) {
            return isPlain;
        }
        var authority = authority(request);
        return (authority == null ? headers.isEmpty() : isHost(authority)) && SCHEMES.contains(request.scheme());
    }

    private boolean isHost(String text) {
        if (text.equals(lastHost)) {
            return true;
        }
        boolean isHost = Authority.isOne(text);
        if (isHost) {
            lastHost = text;
        }
        return isHost;
    }

    private static String withoutSlash(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
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
