package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.ketaminecontent.publishing.StoredJson;

/** Writes some fields of a document, as they stand in its JSON: they are cut out of it, and not made anew. */
final class Selection {

    private static final char LINE = '\n';

    private final StoredJson json;
    private final byte[] address;
    private final ByteArrayOutputStream out;
    private boolean hasBegun;

    Selection(StoredJson json, byte[] address, ByteArrayOutputStream out) {
        this.json = json;
        this.address = address;
        this.out = out;
    }

    void write(Set<String> fields, JsonFactory factory) throws IOException {
        out.write('{');
        if (json.bytes()[0] == '{') {
            writeOfWhole(fields, factory);
        } else {
            writeOfHead(fields);
        }
        out.write('}');
    }

    private void writeOfWhole(Set<String> fields, JsonFactory factory) throws IOException {
        try (var in = factory.createParser(json.bytes())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                boolean isWanted = fields.contains(in.currentName());
                long from = isWanted ? in.currentTokenLocation().getByteOffset() : 0;
                in.nextToken();
                in.skipChildren();
                if (isWanted) {
                    in.finishToken();
                    write((int) from, (int) in.currentLocation().getByteOffset());
                }
            }
        }
    }

    private void writeOfHead(Set<String> fields) {
        var bytes = json.bytes();
        for (int from = 0; from < bytes.length; ) {
            int nameEnd = next('"', from + 1);
            int end = next(LINE, nameEnd);
            if (fields.contains(new String(bytes, from + 1, nameEnd - from - 1, StandardCharsets.UTF_8))) {
                write(from, end);
            }
            from = end + 1;
        }
    }

    private int next(char wanted, int from) {
        int at = from;
        while (at < json.bytes().length && json.bytes()[at] != wanted) {
            at++;
        }
        return at;
    }

    private void write(int from, int to) {
        if (hasBegun) {
            out.write(',');
        }
        hasBegun = true;
        json.writeAt(address, out, from, to);
    }
}
