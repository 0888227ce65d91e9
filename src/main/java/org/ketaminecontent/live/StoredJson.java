package org.ketaminecontent.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.ketaminecontent.content.DeliveryContext;

/**
 * JSON as the database keeps it, in UTF-8, with links that begin with {@link DeliveryContext#NO_ADDRESS}. It goes from there to the
 * reader as bytes: as a string each would take two or three times the memory, and be copied again and again.
 */
public final class StoredJson {

    private static final byte[] PLACE = DeliveryContext.NO_ADDRESS.getBytes(StandardCharsets.UTF_8);

    private final byte[] bytes;

    StoredJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /** To be read only. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes it comes to with links that begin with an address of so many. */
    public long lengthAt(int address) {
        long length = bytes.length;
        for (int next = nextPlace(0, bytes.length); next < bytes.length; next = nextPlace(next + 1, bytes.length)) {
            length += address - PLACE.length;
        }
        return length;
    }

    /** Writes it with links that begin with an address. */
    public void writeAt(byte[] address, ByteArrayOutputStream out) {
        writeAt(address, out, 0, bytes.length);
    }

    /** Writes a part of it with links that begin with an address. */
    public void writeAt(byte[] address, ByteArrayOutputStream out, int from, int to) {
        int done = from;
        for (int next = nextPlace(from, to); next < to; next = nextPlace(done, to)) {
            out.write(bytes, done, next - done);
            out.write(address, 0, address.length);
            done = next + PLACE.length;
        }
        out.write(bytes, done, to - done);
    }

    /** The same as a string with links that begin with an address. */
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
