package org.ketaminecontent.http;

import io.netty.util.NetUtil;
import java.util.Optional;

/** Converts the address that the server listens on to one that clients can use. */
public final class OwnAddress {

    private OwnAddress() {}

    /**
     * The name or address under which the server's own machine reaches it, such as {@code localhost} for {@code ::}.
     */
    public static String reachable(String host) {
        return isWildcard(host) ? "localhost" : host;
    }

    /** Tells whether it stands for all interfaces, such as {@code 0.0.0.0} and {@code ::}. */
    static boolean isWildcard(String host) {
        return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(host))
                .map(address -> address.isAnyLocalAddress())
                .orElse(false);
    }

    /** The address as part of a URL (RFC 3986, section 3.2.2), with brackets for IPv6. */
    public static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
