package org.ketaminecontent.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.ketaminecontent.content.DeliveryContext;

/**
 * JSON as the database stores it, in UTF-8, with {@link DeliveryContext#NO_ADDRESS} at the beginning of links. It is
 * delivered as bytes: strings would need two or three times the memory, and several copies.
 */
public final class StoredJson {

    private static final byte[] PLACE = DeliveryContext.NO_ADDRESS.getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    StoredJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes, which must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The length in bytes with an address of {@code address} bytes at the beginning of links. */
    public long lengthAt(int address) {
        long length = bytes.length;
        for (int next = nextPlace(0, bytes.length); next < bytes.length; next = nextPlace(next + 1, bytes.length)) {
            length += address - PLACE.length;
        }
        return length;
    }

    /** Writes it with an address at the beginning of links. */
    public void writeAt(byte[] address, ByteArrayOutputStream out) {
        writeAt(address, out, 0, bytes.length);
    }

    /** Writes a part of it with an address at the beginning of links. */
    public void writeAt(byte[] address, ByteArrayOutputStream out, int from, int to) {
        int done = from;
        for (int next = nextPlace(from, to); next < to; next = nextPlace(done, to)) {
            out.write(bytes, done, next - done);
            out.write(address, 0, address.length);
            done = next + PLACE.length;
        }
        out.write(bytes, done, to - done);
    }

    /** The text with an address at the beginning of links. */
    public String textAt(String base) {
        var address = base.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(Math.toIntExact(lengthAt(address.length)));
        writeAt(address, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private int nextPlace(int from, int to) {
        for (int i = from; i <= to - PLACE.length; i++) {
            if (bytes[i] == PLACE[0] && isPlace(i)) {
                return i;
            }
        }
        return to;
    }

    private boolean isPlace(int at) {
        for (int i = 1; i < PLACE.length; i++) {
            if (bytes[at + i] != PLACE[i]) {
                return false;
            }
        }
        return true;
    }
}
