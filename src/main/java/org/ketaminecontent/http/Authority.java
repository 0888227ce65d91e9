package org.ketaminecontent.http;

import io.netty.util.NetUtil;

/**
 * The host and optional port of a request (RFC 9110, section 7.2; RFC 3986, section 3.2). It is parsed character by
 * character, in one pass.
 */
public final class Authority {

    /** The limit of the domain name system (RFC 1035, section 2.3.4). */
    static final int LONGEST_NAME = 253;

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_PORT = 5;
    private static final int LARGEST_PORT = 65_535;

    private static final CharPredicate NAME =
            CharPredicate.of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private Authority() {}

    /** Tells whether the text is a host name or an IP address, with or without a port. */
    public static boolean isOne(String text) {
        if (text.length() > LONGEST_NAME + 1 + LONGEST_PORT) {
            return false;
        }
        var host = host(text);
        boolean isHost = host.startsWith("[") ? isAddress(host) : isName(host);
        return isHost && (host.length() == text.length() || isPort(text.substring(host.length() + 1)));
    }

    /** The host without the port; an IPv6 address keeps its brackets. */
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
        // A dot at the end denotes the root.
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
