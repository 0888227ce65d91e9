package org.ketaminecontent.webhook;

/** An address that the server does not call. The message names the rule, and nothing that was found out about the host. */
final class RefusedTarget extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedTarget(String message) {
        super(message);
    }
}
