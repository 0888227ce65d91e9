package org.ketaminecontent.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** The Accept header (RFC 9110, section 12.5.1) as the client sent it, even if the framework sees another one. */
public final class SentAccept {

    private static final String SENT = SentAccept.class.getName();

    private SentAccept() {}

    /** Replaces the header for the framework, so that it does not interpret it differently. */
    public static void replace(String accept, String sent, RoutingContext context) {
        if (!accept.equals(sent)) {
            if (context.get(SENT) == null) {
                context.put(SENT, sent);
            }
            context.request().headers().set(HttpHeaders.ACCEPT, accept);
        }
    }

    /** The header as the client sent it; null if there was none. */
    public static @Nullable String of(RoutingContext context) {
        String sent = context.get(SENT);
        return sent == null ? context.request().getHeader(HttpHeaders.ACCEPT) : sent;
    }

    /** The message for a client that accepts none of the available media types. */
    public static String notAvailable(RoutingContext context) {
        return "This is not available as " + CodePoints.shown(String.valueOf(of(context)), 200) + ".";
    }
}
