package org.ketaminecontent.http;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that links may begin with if no address is configured: a client's Host header must not decide where other
 * readers are led. The default is this machine's own names.
 */
final class LinkHosts {

    private final Set<String> listed;
    private final Optional<String> first;

    /** @param listed hosts, with a port if only that one is meant; empty for this machine's own names */
    LinkHosts(List<String> listed, String listensTo) {
        first = listed.stream().findFirst().map(LinkHosts::plain);
        this.listed = listed.isEmpty()
                ? (OwnAddress.isWildcard(listensTo) ? Set.of() : Set.of(plain(OwnAddress.bracketed(listensTo))))
                : listed.stream().map(LinkHosts::plain).collect(Collectors.toUnmodifiableSet());
        this.listed.forEach(LinkHosts::check);
    }

    private static void check(String host) {
        if (!Authority.isOne(host)) {
            throw new IllegalArgumentException("ketamine-content.http.hosts: '" + host
                    + "' is not a host name or IP address, with or without a port");
        }
    }

    /** The host for requests to other hosts; empty without a list. */
    Optional<String> first() {
        return first;
    }

    /** @param authority in the form of {@link Authority}, in lower case */
    boolean allow(String authority) {
        var host = Authority.host(authority);
        return listed.contains(authority) || listed.contains(host) || (first.isEmpty() && isOwn(host));
    }

    private static boolean isOwn(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || (host.startsWith("127.") && NetUtil.isValidIpV4Address(host));
    }

    /** Host names are case-insensitive (RFC 3986, section 3.2.2). */
    static String plain(String authority) {
        return authority.strip().toLowerCase(Locale.ROOT);
    }
}
