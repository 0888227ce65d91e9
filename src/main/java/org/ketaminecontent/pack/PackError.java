package org.ketaminecontent.pack;

/** Something wrong in a pack, with the file and the line (from 1) where it stands. */
public record PackError(String file, int line, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
