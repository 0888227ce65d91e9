package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the server presents itself. */
@ConfigMapping(prefix = "ketamine-content.http")
public interface HttpConfig {

    /** The address that links in answers begin with; without it, the address that the request was made to. */
    Optional<URI> publicUrl();

    /** Addresses and networks (CIDR) of proxies whose {@code X-Forwarded-For} is believed; without any, none is. */
    Optional<List<String>> trustedProxies();

    /** Answers that are kept ready. */
    Cache cache();

    /** How answers are kept ready. */
    interface Cache {

        /** How much memory they may take; with 0 none are kept. */
        MemorySize size();
    }
}
