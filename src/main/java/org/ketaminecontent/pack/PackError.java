package org.ketaminecontent.pack;

import org.ketaminecontent.text.AuthoredText;

/** Something wrong in a pack, with the file and the line (from 1) where it stands. */
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
