package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the HTTP server. */
@ConfigMapping(prefix = "ketamine-content.http")
public interface HttpConfig {

    /** The address at the beginning of links in answers; by default the requested address, if its host is allowed. */
    Optional<URI> publicUrl();

    /** The name of the header with cache keys, by which a CDN purges answers. */
    KeyHeader keyHeader();

    /**
     * The hosts that links in answers may begin with, each with a port if only that one is meant; requests to other
     * hosts get links to the first. By default, only this machine's own names are allowed.
     */
    Optional<List<String>> hosts();

    /**
     * The memory for answers computed for one request until clients have received them, and for requests while they are
     * received; beyond it, the slowest connections are closed.
     */
    MemorySize transferMemory();

    /** The maximum number of connections. */
    int connections();

    /** The maximum size of an answer in bytes. */
    MemorySize largestAnswer();

    /** Addresses and networks (CIDR) of trusted proxies, whose {@code X-Forwarded-For} is used; none by default. */
    Optional<List<String>> trustedProxies();

    /**
     * The Strict-Transport-Security header (RFC 6797) of all answers, if the public address begins with https; none if
     * empty.
     */
    Optional<String> strictTransportSecurity();

    /** Accepts HTTP/2 without TLS, from a proxy. */
    boolean clearTextHttp2();

    /** The port on which alone editors and operators are served (see {@link PrivatePort}); by default, all ports do. */
    OptionalInt privatePort();

    /** The address on which that port listens. */
    String privateHost();

    /** The address at the beginning of links in answers on that port; by default, the port on {@code localhost}. */
    Optional<URI> privateUrl();

    /** The time from which an answer is logged as slow; 0 for never. */
    Duration slowAnswer();

    /** Settings of the response cache. */
    Cache cache();

    /** The header with cache keys. Proxies accept few kilobytes of headers, so there is only one. */
    enum KeyHeader {
        /** The header of Fastly and Varnish. */
        SURROGATE_KEY("Surrogate-Key", " "),
        /** The header of Cloudflare and Akamai. */
        CACHE_TAG("Cache-Tag", ",");

        public final String header;
        public final String separator;

        KeyHeader(String header, String separator) {
            this.header = header;
            this.separator = separator;
        }
    }

    /** Settings of the response cache. */
    interface Cache {

        /** The memory of the cache; 0 disables it. */
        MemorySize size();
    }
}
