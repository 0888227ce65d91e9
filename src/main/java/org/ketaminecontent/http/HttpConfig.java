package org.ketaminecontent.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How the server presents itself. */
@ConfigMapping(prefix = "ketamine-content.http")
public interface HttpConfig {

    /** The address that links in answers begin with; without it, the address that was asked, if its host is allowed. */
    Optional<URI> publicUrl();

    /** The header that names what an answer shows, so that a cache between server and reader can purge it. */
    KeyHeader keyHeader();

    /**
     * The hosts that links in answers may begin with, each with a port where only that one is meant; who asks under
     * another name gets links to the first. Without any, only this machine's own names are allowed.
     */
    Optional<List<String>> hosts();

    /**
     * How much memory answers made for one request may take while they wait to be taken, and how much requests may while they
     * are received; beyond it, the connections that take the longest are cut.
     */
    MemorySize inFlight();

    /** How many connections there may be at once. */
    int connections();

    /** How many bytes an answer may have. */
    MemorySize largestAnswer();

    /** Addresses and networks (CIDR) of proxies whose {@code X-Forwarded-For} is believed; without any, none is. */
    Optional<List<String>> trustedProxies();

    /**
     * The Strict-Transport-Security header (RFC 6797) of all answers, where the public address begins with https; none
     * where it is empty.
     */
    Optional<String> strictTransportSecurity();

    /** Whether HTTP/2 is taken without TLS, from a proxy that speaks it. */
    boolean clearTextHttp2();

    /** Answers that are kept ready. */
    Cache cache();

    /** Headers with keys. Proxies take few kilobytes of headers, so there is one of them. */
    enum KeyHeader {
        /** As Fastly and Varnish read it. */
        SURROGATE_KEY("Surrogate-Key", " "),
        /** As Cloudflare and Akamai read it. */
        CACHE_TAG("Cache-Tag", ",");

        public final String header;
        public final String separator;

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
