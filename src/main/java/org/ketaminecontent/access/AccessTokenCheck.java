package org.ketaminecontent.access;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * Distinguishes access tokens from other tokens of the same provider. Their type is the header's {@code at+jwt} (RFC
 * 9068); of providers that do not send it, Keycloak sets the claim {@code typ} to {@code Bearer}, and others set claims
 * that no other token has. Signature, issuer, audience and time are checked elsewhere.
 */
final class AccessTokenCheck {

    private static final int PARTS = 3;
    private static final Set<String> TYPES = Set.of("at+jwt", "application/at+jwt");

    /** Claims of ID tokens, logout tokens and the like (OpenID Connect Core, section 2; Back-Channel Logout, section 2.4). */
    private static final Set<String> OF_OTHERS = Set.of("nonce", "at_hash", "c_hash", "s_hash", "events");

    /** Claims that ID tokens do not have. */
    private static final Set<String> OF_ACCESS_TOKENS = Set.of("scope", "scp", "client_id");

    private AccessTokenCheck() {}

    static boolean isAccessToken(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        try {
            var header = decode(parts[0]);
            var claims = decode(parts[1]);
            return claims.getValue("aud") != null && hasType(text(header, "typ"), text(claims, "typ"), claims);
        } catch (IllegalArgumentException | DecodeException e) {
            // The token is unchecked so far, and can be anything.
            return false;
        }
    }

    private static JsonObject decode(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static boolean hasType(String type, String claimed, JsonObject claims) {
        if (!claimed.isEmpty() && !claimed.equals("bearer")) {
            return false;
        }
        if (TYPES.contains(type) || claimed.equals("bearer")) {
            return true;
        }
        return (type.isEmpty() || type.equals("jwt"))
                && OF_OTHERS.stream().noneMatch(claims::containsKey)
                && OF_ACCESS_TOKENS.stream().anyMatch(claims::containsKey);
    }

    private static String text(JsonObject object, String name) {
        return object.getValue(name) instanceof String text ? text.toLowerCase(Locale.ROOT) : "";
    }
}
