package org.ketaminecontent.pack;

import java.io.UncheckedIOException;

/** Explains why a file cannot be read, for any exception of its parser. */
final class FileFault {

    private FileFault() {}

    static String reason(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "is nested too deeply";
        }
        return thrown instanceof UncheckedIOException ? "cannot be read as UTF-8 text" : "cannot be understood";
    }
}
