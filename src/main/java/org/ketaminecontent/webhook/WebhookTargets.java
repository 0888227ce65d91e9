package org.ketaminecontent.webhook;

import io.netty.util.NetUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Decides which addresses the server calls (OWASP, Server-Side Request Forgery Prevention): what an endpoint names is
 * checked when it is made, and again, with every IP address of its host, each time before it is called.
 */
@ApplicationScoped
class WebhookTargets {

    static final int LONGEST = 2000;
    private static final String INSIDE = "The host is not one of the public Internet.";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final List<Integer> ports;
    private final List<String> privateTargets;

    WebhookTargets(WebhooksConfig config) {
        ports = config.ports();
        privateTargets = config.privateTargets().orElse(List.of()).stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * The address, where it may be one that is called.
     *
     * @throws RefusedTarget where it may not
     */
    URI parse(String url) {
        var uri = uri(url);
        var host = uri.getHost();
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (host == null || uri.isOpaque() || !List.of("https", "http").contains(scheme)) {
            throw new RefusedTarget("must be an https address with a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new RefusedTarget("must have no user name, password or fragment");
        }
        if (!isPrivate(uri)) {
            if (!scheme.equals("https")) {
                throw new RefusedTarget("must begin with https://");
            }
            if (!ports.contains(port(uri))) {
                throw new RefusedTarget("must have one of these ports: "
                        + ports.stream()
                                .map(String::valueOf)
                                .reduce((a, b) -> a + ", " + b)
                                .orElse(""));
            }
            refuseInside(bare(host));
        }
        return uri;
    }

    /** A host that is an address needs no look-up. */
    private static void refuseInside(String host) {
        if (NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host)) {
            try {
                if (!PublicAddresses.include(InetAddress.getByName(host))) {
                    throw new RefusedTarget(INSIDE);
                }
            } catch (UnknownHostException e) {
                throw new RefusedTarget("must have a host that can be called");
            }
        }
    }

    private static URI uri(String url) {
        try {
            if (url.length() <= LONGEST) {
                return new URI(url);
            }
        } catch (URISyntaxException e) {
            throw new RefusedTarget("must be an https address");
        }
        throw new RefusedTarget("must have " + LONGEST + " characters or fewer");
    }

    /**
     * Looks up where to connect to. The connection is to be made to this very address: a second look-up may find another.
     *
     * @throws RefusedTarget where any address of the host is not one of the public Internet
     * @throws UnknownHostException where it has none
     */
    InetSocketAddress resolve(URI uri) throws UnknownHostException {
        var host = uri.getHost();
        var addresses = InetAddress.getAllByName(bare(host));
        if (!isPrivate(uri) && !Stream.of(addresses).allMatch(PublicAddresses::include)) {
            throw new RefusedTarget(INSIDE);
        }
        return new InetSocketAddress(addresses[0], port(uri));
    }

    private boolean isPrivate(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return privateTargets.contains(host + ":" + port(uri)) || privateTargets.contains(host + ":*");
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "http".equalsIgnoreCase(uri.getScheme()) ? HTTP_PORT : HTTPS_PORT;
    }
}
