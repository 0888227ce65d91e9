package org.ketaminecontent.http;

import io.netty.util.NetUtil;
import java.util.Optional;

/** How the network address that the server listens on is written where it is called. */
public final class OwnAddress {

    private OwnAddress() {}

    /** The name or address under which the server's own machine reaches it, such as {@code localhost} for {@code ::}. */
    public static String reachable(String host) {
        return isWildcard(host) ? "localhost" : host;
    }

    /** Whether it stands for every network that the machine is in, as {@code 0.0.0.0} and {@code ::} do. */
    static boolean isWildcard(String host) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(host))
                .map(address -> address.isAnyLocalAddress())
                .orElse(false);
    }

    /** As a part of a URL (RFC 3986, section 3.2.2): an IPv6 address stands in brackets. */
    public static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
