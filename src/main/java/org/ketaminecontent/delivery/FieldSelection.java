package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ketaminecontent.live.StoredJson;

/** Writes some fields of documents by copying them from the stored JSON. */
final class FieldSelection {

    private static final char LINE = '\n';

    private final Set<String> fields;
    private final List<byte[]> names;
    private final byte[] address;
    private final ByteArrayOutputStream out;
    private final JsonFactory factory;
    private boolean hasBegun;

    /** @param address the address at the beginning of links */
    FieldSelection(Set<String> fields, byte[] address, ByteArrayOutputStream out, JsonFactory factory) {
        this.fields = fields;
        names = fields.stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.address = address;
        this.out = out;
        this.factory = factory;
    }

    /** @param json a whole document, or its head */
    void write(StoredJson json) throws IOException {
        hasBegun = false;
        out.write('{');
        if (json.bytes()[0] == '{') {
            writeOfWhole(json);
        } else {
            writeOfHead(json);
        }
        out.write('}');
    }

    private void writeOfWhole(StoredJson json) throws IOException {
        try (var in = factory.createParser(json.bytes())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = fields.contains(in.currentName());
                long from = isWanted ? in.currentTokenLocation().getByteOffset() : 0;
                in.nextToken();
                in.skipChildren();
                if (isWanted) {
                    in.finishToken();
                    write(json, (int) from, (int) in.currentLocation().getByteOffset());
                }
            }
        }
    }

    private void writeOfHead(StoredJson json) {
        var bytes = json.bytes();
        int missing = names.size();
        for (int from = 0; from < bytes.length && missing > 0; ) {
            int nameEnd = next(bytes, '"', from + 1);
            int end = next(bytes, LINE, nameEnd);
            if (isWanted(bytes, from + 1, nameEnd)) {
                write(json, from, end);
                missing--;
            }
            from = end + 1;
        }
    }

    private boolean isWanted(byte[] bytes, int from, int to) {
        for (var name : names) {
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static int next(byte[] bytes, char wanted, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private void write(StoredJson json, int from, int to) {
        if (hasBegun) {
            out.write(',');
        }
        hasBegun = true;
        json.writeAt(address, out, from, to);
    }
}
