package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How the server presents itself. */
@ConfigMapping(prefix = "ketamine-content.http")
public interface HttpConfig {

    /** The address that links in answers begin with; without it, the address that the request was made to. */
    Optional<URI> publicUrl();

    /**
     * The Strict-Transport-Security header (RFC 6797) of all answers, where the public address begins with https; none
     * where it is empty.
     */
    Optional<String> strictTransportSecurity();

    /** Whether HTTP/2 is taken without TLS, from a proxy that speaks it. */
    boolean clearTextHttp2();

    /** Answers that are kept ready. */
    Cache cache();

    /** How answers are kept ready. */
    interface Cache {

        /** How much memory they may take; with 0 none are kept. */
        MemorySize size();
    }
}
