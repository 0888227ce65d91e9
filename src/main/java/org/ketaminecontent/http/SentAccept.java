package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The Accept header of a request (RFC 9110, section 12.5.1) as the client sent it, whatever the framework is told. */
public final class SentAccept {

    private static final String SENT = SentAccept.class.getName();

    private SentAccept() {}

    /** Tells the framework another header, so that it does not understand the client's in another way. */
    public static void replace(String accept, String sent, RoutingContext context) {
        if (!accept.equals(sent)) {
            if (context.get(SENT) == null) {
                context.put(SENT, sent);
            }
            context.request().headers().set(HttpHeaders.ACCEPT, accept);
        }
    }

    /** The header as the client sent it; null where there was none. */
    public static @Nullable String of(RoutingContext context) {
        String sent = context.get(SENT);
        return sent == null ? context.request().getHeader(HttpHeaders.ACCEPT) : sent;
    }

    /** The sentence for a client whose header names no form that there is. */
    public static String notAvailable(RoutingContext context) {
        return "This is not available as " + CodePoints.shown(String.valueOf(of(context)), 200) + ".";
    }
}
