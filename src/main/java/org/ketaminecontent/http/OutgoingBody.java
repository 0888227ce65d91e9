package org.ketaminecontent.http;

import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer being sent. It gives up its bytes once they are passed to the network, because the framework
 * would keep them in memory a second time until the client has read everything.
 */
public final class OutgoingBody {

    private @Nullable Buffer bytes;

    public OutgoingBody(Buffer bytes) {
        this.bytes = bytes;
    }

    /** The bytes; can be called once. */
    Buffer take() {
        var taken = Objects.requireNonNull(bytes);
        bytes = null;
        return taken;
    }
}
