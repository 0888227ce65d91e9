package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings as the application has them by default, but for some. */
public final class HttpConfigs {

    private static final String PREFIX = "ketamine-content.http.";

    private static final Map<String, String> DEFAULTS = Map.of(
            "key-header", "surrogate-key",
            "cache.size", "0",
            "transfer-memory", "16M",
            "largest-answer", "4M",
            "connections", "4000",
            "clear-text-http2", "false",
            "private-host", "127.0.0.1",
            "slow-answer", "1s");

    private HttpConfigs() {}

    /** @param settings by their names after {@code ketamine-content.http.} */
    public static HttpConfig with(Map<String, String> settings) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(HttpConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter());
        DEFAULTS.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
        settings.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
        return builder.build().getConfigMapping(HttpConfig.class);
    }
}
