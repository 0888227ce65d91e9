package org.ketaminecontent.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public Internet from all others, by IANA's registries of special-purpose addresses (RFC 6890). Of
 * IPv6 only global unicast counts, without the parts of it that hold an IPv4 address or lead nowhere.
 */
final class PublicAddresses {

    /** Azure answers each of its machines there, although the address is public. */
    private static final String AZURE_PLATFORM = "168.63.129.16/32";

    private static final List<IpSubnetFilterRule> SPECIAL_IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            AZURE_PLATFORM,
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final List<IpSubnetFilterRule> GLOBAL_IPV6 = networks("2000::/3");

    private static final List<IpSubnetFilterRule> SPECIAL_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private PublicAddresses() {}

    /** Addresses that Java cannot hold as IPv4 are judged as IPv6; one that is mapped, it holds as IPv4. */
    static boolean include(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return address instanceof Inet4Address
                ? !isIn(SPECIAL_IPV4, socket)
                : isIn(GLOBAL_IPV6, socket) && !isIn(SPECIAL_IPV6, socket);
    }

    private static boolean isIn(List<IpSubnetFilterRule> networks, InetSocketAddress socket) {
        return networks.stream().anyMatch(each -> each.matches(socket));
    }

    private static List<IpSubnetFilterRule> networks(String... texts) {
        return Stream.of(texts)
                .map(text -> text.split("/"))
                .map(parts -> new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.REJECT))
                .toList();
    }
}
