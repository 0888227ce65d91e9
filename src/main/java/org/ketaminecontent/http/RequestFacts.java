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

/** Facts about a request that are known before it is handled. */
@Singleton
@Named("facts")
public class RequestFacts {

    private static final Logger LOG = Logger.getLogger(RequestFacts.class);

    private static final String TRACE_ID = "traceId";
    private static final int TRACE_ID_BYTES = 16;

    /**
     * Version, trace id, parent id and flags of a {@code traceparent} (W3C Trace Context); an id of only zeros is
     * invalid.
     */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** The base address of links for a host named by requests. */
    private record Origin(String host, boolean isSafe, String address) {}

    private final Optional<String> publicUrl;
    private final PrivatePort privatePort;
    private final LinkHosts hosts;
    private final String home;

    /** True if a proxy sends the address in other headers than Host. */
    private final boolean isForwarded;

    private final RandomGenerator random = new SecureRandom();

    /** A cache, because nearly all requests name the same host. */
    private volatile String lastHost = "";

    /** A cache, because building it takes longer than finding the answer. */
    private volatile Origin lastOrigin = new Origin("", false, "");

    RequestFacts(
            HttpConfig config,
            PrivatePort privatePort,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean isForwarded) {
        this.isForwarded = isForwarded;
        this.privatePort = privatePort;
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

    /** The address at the beginning of links, independent of a request. */
    public String home() {
        return home;
    }

    /** The path below which a proxy serves the application, such as {@code /kc}; empty for the root. */
    public String path() {
        return publicUrl.map(url -> URI.create(url).getRawPath()).orElse("");
    }

    /** The path below which a proxy serves the addresses of editors; empty for the root. */
    public String editorsPath() {
        return privatePort.isConfigured()
                ? withoutSlash(URI.create(privatePort.url()).getRawPath())
                : path();
    }

    /** The address at the beginning of links, without a slash at the end. */
    public String base(RoutingContext context) {
        if (privatePort.received(context.request())) {
            return withoutSlash(privatePort.url());
        }
        return publicUrl.orElseGet(() -> origin(context.request()));
    }

    private String origin(HttpServerRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        // In HTTP/2, the Host header does not apply and may differ; likewise if the address contains a host.
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
        // Links must not lead to an unknown host, and an error must not repeat it.
        return hosts.first().map(first -> scheme(request) + "://" + first).orElse(home);
    }

    private static String scheme(HttpServerRequest request) {
        return SCHEMES.contains(request.scheme()) ? request.scheme() : "http";
    }

    /**
     * The requested host as it was written: in HTTP/2 and behind a proxy it is in other headers than Host, and an
     * absolute address takes precedence (RFC 9112, section 3.2.2).
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

    /** Tells whether all hosts that the request names are valid, and its scheme is one of HTTP's. */
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
