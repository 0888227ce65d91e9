package org.ketaminecontent.http;

import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer on its way out. The framework keeps what it is given until the client has taken all; by then the
 * network has bytes of its own, and these would be in memory a second time.
 */
public final class OutgoingBody {

    private @Nullable Buffer bytes;

    public OutgoingBody(Buffer bytes) {
        this.bytes = bytes;
    }

    /** Once. */
    Buffer take() {
        var taken = Objects.requireNonNull(bytes);
        bytes = null;
        return taken;
    }
}
