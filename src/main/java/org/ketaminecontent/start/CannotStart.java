package org.ketaminecontent.start;

/** A failed start that the operator can fix; the message is one line that explains how. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
