package org.ketaminecontent.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The address of a request's client. {@code X-Forwarded-For} is read from its end, and only as far as trusted proxies
 * wrote it, because clients can forge the part before.
 */
@Singleton
public class ClientAddress {

    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<IpSubnetFilterRule> trusted;

    ClientAddress(HttpConfig config) {
        trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(ClientAddress::subnet)
                .toList();
    }

    private static IpSubnetFilterRule subnet(String text) {
        var parts = text.strip().split("/", 2);
        var address = parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("ketamine-content.http.trusted-proxies: '" + text
                        + "' is not an IP address or network (CIDR)"));
        int prefix = parts.length == 1 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }

    /** The client's address; for IPv6 the network of 64 bits, because one client owns all of it. */
    public String of(HttpServerRequest request) {
        var peer = parse(request.connection().remoteAddress().hostAddress());
        return peer.map(each -> text(beyondProxies(each, request))).orElse("unknown");
    }

    private InetAddress beyondProxies(InetAddress peer, HttpServerRequest request) {
        var client = peer;
        var hops = Arrays.asList(
                String.join(",", request.headers().getAll("X-Forwarded-For")).split(","));
        Collections.reverse(hops);
        for (var hop : hops) {
            var before = isTrusted(client) ? parse(hop.strip()) : Optional.<InetAddress>empty();
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(rule -> rule.matches(socket));
    }

    private static String text(InetAddress address) {
        if (address instanceof Inet6Address) {
            var bytes = address.getAddress();
            Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
            return NetUtil.bytesToIpAddress(bytes) + "/64";
        }
        return NetUtil.toAddressString(address);
    }

    /** Empty if it is not an address: no name is looked up. */
    private static Optional<InetAddress> parse(String text) {
        try {
            var bytes = NetUtil.createByteArrayFromIpAddressString(text);
            return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("bytes are of the right length", e);
        }
    }
}
