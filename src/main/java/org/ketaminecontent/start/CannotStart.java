package org.ketaminecontent.start;

/** A start that whoever starts the application can put right: the message is the one line that tells them how. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
