package org.ketaminecontent.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A text in UTF-8, as it is sent, which avoids a conversion to a string. */
public final class Utf8Text {

    private final byte[] bytes;
    private final int length;

    private Utf8Text(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    public static Utf8Text of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Utf8Text(bytes, bytes.length);
    }

    /** At least as long as {@link #length}; must not be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** The length in bytes. */
    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** A buffer for a text, which is not copied at the end. */
    public static final class Out extends ByteArrayOutputStream {

        /** @param expected the expected size in bytes; a larger text causes a copy */
        public Out(int expected) {
            super(expected);
        }

        /** Writes a part of an array; cannot fail. */
        @Override
        public void write(byte[] from, int offset, int length) {
            super.write(from, offset, length);
        }

        /** The written text; nothing may be written afterwards. */
        public Utf8Text text() {
            // The text may be kept for long.
            boolean isLoose = buf.length - count > count / 8;
            return new Utf8Text(isLoose ? toByteArray() : buf, count);
        }
    }
}
