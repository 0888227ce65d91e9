package org.ketaminecontent.pack;

import org.ketaminecontent.text.AuthoredText;

/** An error in a pack, with its file and line (from 1). */
public record PackError(String file, int line, String message) {

    private static final int LONGEST_MESSAGE = 500;

    public PackError {
        message = AuthoredText.shortened(message, LONGEST_MESSAGE);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
