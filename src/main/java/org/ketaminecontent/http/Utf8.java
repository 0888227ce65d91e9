package org.ketaminecontent.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A text as it is sent, in UTF-8: what goes out as bytes need not become a string on the way. */
public final class Utf8 {

    private final byte[] bytes;
    private final int length;

    private Utf8(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    public static Utf8 of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Utf8(bytes, bytes.length);
    }

    /** At least as long as {@link #length}; to be read only. */
    byte[] bytes() {
        return bytes;
    }

    /** Bytes. */
    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Where a text is written, without a copy at its end. */
    public static final class Out extends ByteArrayOutputStream {

        /** @param expected bytes; to grow beyond them is to copy what there is */
        public Out(int expected) {
            super(expected);
        }

        /** Takes part of an array, and cannot fail. */
        @Override
        public void write(byte[] from, int offset, int length) {
            super.write(from, offset, length);
        }

        /** What was written; nothing is to be added afterwards. */
        public Utf8 text() {
            // It may be kept for long.
            boolean isLoose = buf.length - count > count / 8;
            return new Utf8(isLoose ? toByteArray() : buf, count);
        }
    }
}
