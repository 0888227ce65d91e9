package org.ketaminecontent.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way in which an endpoint is told of changes. */
public enum WebhookKind {
    /** A signed event for each change to a document (Standard Webhooks 1.0.0). */
    STANDARD,
    /** An address of a host of sites that starts a build. Whoever knows it can start one. */
    BUILD_HOOK,
    /** Cloudflare's purge by cache tags. */
    CLOUDFLARE,
    /** Fastly's purge by surrogate keys. */
    FASTLY,
    /** A {@code PURGE} request with surrogate keys, for a Varnish whose VCL takes it. */
    VARNISH,
    /** A fixed body, such as GitHub's {@code repository_dispatch} takes. */
    TEMPLATE;

    /** The name on the wire, such as {@code build-hook}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Tells whether one build can tell of several changes. */
    boolean isBuild() {
        return this == BUILD_HOOK || this == TEMPLATE;
    }

    /** Tells whether it drops answers from a cache. */
    boolean isPurge() {
        return this == CLOUDFLARE || this == FASTLY || this == VARNISH;
    }

    /** Tells whether its calls need a token. */
    boolean needsToken() {
        return this == CLOUDFLARE || this == FASTLY;
    }

    boolean takesToken() {
        return isPurge() || this == TEMPLATE;
    }
}
