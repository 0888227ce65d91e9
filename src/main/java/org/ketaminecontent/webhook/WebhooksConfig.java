package org.ketaminecontent.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The targets that the server may call, and the time for which it waits for them. */
@ConfigMapping(prefix = "ketamine-content.webhooks")
interface WebhooksConfig {

    /** The ports that may be called. */
    List<Integer> ports();

    /**
     * Hosts that may be called whatever their address is, and without TLS, each with a port: {@code varnish:80}, or
     * {@code localhost:*} for all ports. Without any, nothing inside the network can be reached.
     */
    Optional<List<String>> privateTargets();

    /** The time that a call may take, from the look-up of the name to the end of the answer. */
    Duration deadline();
}
