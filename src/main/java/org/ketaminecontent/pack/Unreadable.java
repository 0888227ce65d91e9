package org.ketaminecontent.pack;

import java.io.UncheckedIOException;

/** Says of a file why nothing can be made of it, whatever its reader threw. */
final class Unreadable {

    private Unreadable() {}

    static String reason(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "is nested too deeply";
        }
        return thrown instanceof UncheckedIOException ? "cannot be read as UTF-8 text" : "cannot be understood";
    }
}
