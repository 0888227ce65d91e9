package org.ketaminecontent.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Derived settings of OpenID Connect: it is enabled if a provider is configured, people are redirected to the public
 * address whatever host a request names, and replicas with one secret can read each other's cookies.
 */
@Priority(Priorities.APPLICATION)
public class SignInSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** The provider's address. */
    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final String ENABLED = "quarkus.oidc.tenant-enabled";
    private static final String REDIRECT = "quarkus.oidc.authentication.redirect-path";
    private static final String COOKIE_PATH = "quarkus.oidc.authentication.cookie-path";
    private static final String SECURE = "quarkus.oidc.authentication.cookie-force-secure";
    private static final String STATE_SECRET = "quarkus.oidc.authentication.state-secret";
    private static final String SESSION_SECRET = "quarkus.oidc.token-state-manager.encryption-secret";
    private static final String PUBLIC_URL = "ketamine-content.http.public-url";
    private static final String PRIVATE_URL = "ketamine-content.http.private-url";
    private static final String PRIVATE_PORT = "ketamine-content.http.private-port";
    private static final String SECRET = "ketamine-content.access.secret";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        var present = context.proceed(name);
        var value = present == null ? null : present.getValue();
        var wanted = switch (name) {
            case ENABLED -> String.valueOf(text(context, PROVIDER) != null);
            case REDIRECT -> redirect(value, address(context));
            case COOKIE_PATH -> below(value, address(context));
            case SECURE -> isHttps(address(context)) ? "true" : value;
            case STATE_SECRET, SESSION_SECRET -> secret(value, name, text(context, SECRET));
            default -> value;
        };
        if (wanted == null || wanted.equals(value)) {
            return present;
        }
        return ConfigValue.builder().withName(name).withValue(wanted).build();
    }

    /** The address by which people reach the studio; null if none is configured. */
    private static @Nullable String address(ConfigSourceInterceptorContext context) {
        return text(context, text(context, PRIVATE_PORT) == null ? PUBLIC_URL : PRIVATE_URL);
    }

    private static @Nullable String text(ConfigSourceInterceptorContext context, String name) {
        var found = context.proceed(name);
        return found == null || found.getValue() == null || found.getValue().isBlank() ? null : found.getValue();
    }

    private static @Nullable String redirect(@Nullable String path, @Nullable String publicUrl) {
        return path == null || publicUrl == null || !path.startsWith("/")
                ? path
                : publicUrl.strip().replaceAll("/+$", "") + path;
    }

    /** The browser sees the public address's path before it. */
    private static @Nullable String below(@Nullable String path, @Nullable String publicUrl) {
        return path == null || publicUrl == null
                ? path
                : URI.create(publicUrl.strip()).getRawPath().replaceAll("/+$", "") + path;
    }

    private static boolean isHttps(@Nullable String publicUrl) {
        return publicUrl != null && publicUrl.startsWith("https:");
    }

    /** A separate secret for each use, so that none reveals the others. */
    private static @Nullable String secret(@Nullable String own, String use, @Nullable String secret) {
        return own != null && !own.isBlank() || secret == null
                ? own
                : ServerSecrets.hmac(ServerSecrets.spec(secret), use);
    }
}
