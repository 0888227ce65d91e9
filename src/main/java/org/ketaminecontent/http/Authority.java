package org.ketaminecontent.http;

import io.netty.util.NetUtil;

/**
 * A host and, where one is named, a port: what a request says that it was made to (RFC 9110, section 7.2; RFC 3986,
 * section 3.2). It is read letter by letter: no length of it takes more than one pass.
 */
final class Authority {

    /** What the domain name system allows (RFC 1035, section 2.3.4). */
    static final int LONGEST_NAME = 253;

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PORT = 5;
    private static final int LARGEST_PORT = 65_535;

    private static final CharPredicate NAME =
            CharPredicate.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private Authority() {}

    /** Whether it is a host name or an IP address, with or without a port. */
    static boolean isOne(String text) {
        if (text.length() > LONGEST_NAME + 1 + LONGEST_PORT) {
            return false;
        }
        var host = host(text);
        boolean isHost = host.startsWith("[") ? isAddress(host) : isName(host);
        return isHost && (host.length() == text.length() || isPort(text.substring(host.length() + 1)));
    }

    /** The host in it, without the port; the brackets of an IPv6 address stay. */
    static String host(String text) {
        int colon = text.indexOf(':', Math.max(0, text.indexOf(']')));
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static boolean isAddress(String host) {
        return host.endsWith("]")
                && host.indexOf('%') < 0
                && NetUtil.isValidIpV6Address(host.substring(1, host.length() - 1));
    }

    private static boolean isName(String host) {
        if (host.isEmpty() || host.length() > LONGEST_NAME || !NAME.holdsFor(host)) {
            return false;
        }
        int begin = 0;
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', begin)) {
            if (dot == begin || dot - begin > LONGEST_LABEL) {
                return false;
            }
            begin = dot + 1;
        }
        // A dot at the end names the root.
        return host.length() - begin <= LONGEST_LABEL;
    }

    private static boolean isPort(String text) {
        if (text.isEmpty() || text.length() > LONGEST_PORT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return Integer.parseInt(text) <= LARGEST_PORT;
    }
}
