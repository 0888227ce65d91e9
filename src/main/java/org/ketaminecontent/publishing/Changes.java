package org.ketaminecontent.publishing;

/** How processes that share a database tell each other of changes. */
final class Changes {

    /** The channel that the number of the latest change is announced on. */
    static final String CHANNEL = "content_change";

    private Changes() {}
}
