package org.ketaminecontent.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns OpenID Connect on where a provider is named, and off where none is: the extension asks to be told both. Its paths
 * begin with that of the public address, since the provider and the browser see no other.
 */
@Priority(Priorities.APPLICATION)
public class SignInSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** The provider's address. */
    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final Set<String> PATHS =
            Set.of("quarkus.oidc.authentication.redirect-path", "quarkus.oidc.authentication.cookie-path");

    private static final String PUBLIC_URL = "ketamine-content.http.public-url";

    private static final String ENABLED = "quarkus.oidc.tenant-enabled";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (PATHS.contains(name)) {
            return belowPublicUrl(context.proceed(name), context);
        }
        if (!name.equals(ENABLED)) {
            return context.proceed(name);
        }
        var provider = context.proceed(PROVIDER);
        boolean named = provider != null
                && provider.getValue() != null
                && !provider.getValue().isBlank();
        return ConfigValue.builder()
                .withName(ENABLED)
                .withValue(String.valueOf(named))
                .build();
    }

    private static @Nullable ConfigValue belowPublicUrl(
            @Nullable ConfigValue path, ConfigSourceInterceptorContext context) {
        var address = context.proceed(PUBLIC_URL);
        if (path == null || address == null || address.getValue() == null) {
            return path;
        }
        var prefix = URI.create(address.getValue().strip()).getRawPath();
        return prefix == null || prefix.length() < 2 || path.getValue().startsWith(prefix)
                ? path
                : path.withValue(prefix.replaceFirst("/+$", "") + path.getValue());
    }
}
