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

    /** The header that names what an answer shows, so that a cache between server and reader can purge it. */
    KeyHeader keyHeader();

    /** Answers that are kept ready. */
    Cache cache();

    /** Headers with keys. Proxies take few kilobytes of headers, so there is one of them. */
    enum KeyHeader {
        /** As Fastly and Varnish read it. */
        SURROGATE_KEY("Surrogate-Key", " "),
        /** As Cloudflare and Akamai read it. */
        CACHE_TAG("Cache-Tag", ",");

        final String header;
        final String separator;

        KeyHeader(String header, String separator) {
            this.header = header;
            this.separator = separator;
        }
    }

    /** How answers are kept ready. */
    interface Cache {

        /** How much memory they may take; with 0 none are kept. */
        MemorySize size();
    }
}
