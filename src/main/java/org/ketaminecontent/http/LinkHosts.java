package org.ketaminecontent.http;

import io.netty.util.NetUtil;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hosts that links may begin with where no one address is set for all: what a client writes into its Host header must
 * not decide where other readers are led. Without a list they are the names that this machine has for itself.
 */
final class LinkHosts {

    private final Set<String> listed;
    private final Optional<String> first;

    /** @param listed hosts, with a port where only that one is meant; empty for this machine's own names */
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

    /** The one that links begin with where another one was asked; empty without a list. */
    Optional<String> first() {
        return first;
    }

    /** @param authority as {@link Authority} has it, in small letters */
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

    /** Names are the same in capitals (RFC 3986, section 3.2.2). */
    static String plain(String authority) {
        return authority.strip().toLowerCase(Locale.ROOT);
    }
}
