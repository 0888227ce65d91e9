package org.ketaminecontent.access;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import org.jspecify.annotations.Nullable;

/** Turns OpenID Connect on where a provider is named, and off where none is: the extension asks to be told both. */
@Priority(Priorities.APPLICATION)
public class SignInSwitch implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1;

    /** The provider's address. */
    static final String PROVIDER = "quarkus.oidc.auth-server-url";

    private static final String ENABLED = "quarkus.oidc.tenant-enabled";

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
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
}
