package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.publishing.Live.Stored;

/** Puts documents, which are JSON already, into answers. */
@ApplicationScoped
class AnswerWriter {

    private final ObjectMapper mapper;

    AnswerWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What stands beside the documents, by name. */
    record Beside(Map<String, List<Stored>> included, Map<String, Object> more) {}

    /** @param fields the only fields of the document to write; empty for all */
    String one(Stored document, Set<String> fields, Beside beside, String base) {
        return write(base, out -> writeDocument(out, document, fields), beside);
    }

    /** @param fields the only fields of each document to write; empty for all */
    String many(List<Stored> documents, Set<String> fields, Beside beside, String base) {
        return write(base, out -> writeDocuments(out, documents, fields), beside);
    }

    private interface Part {
        void write(JsonGenerator out) throws IOException;
    }

    private String write(String base, Part data, Beside beside) {
        var text = new StringWriter();
        try (var out = mapper.createGenerator(text)) {
            out.writeStartObject();
            out.writeFieldName("data");
            data.write(out);
            out.writeObjectFieldStart("included");
            for (var included : beside.included().entrySet()) {
                out.writeFieldName(included.getKey());
                writeDocuments(out, included.getValue(), Set.of());
            }
            out.writeEndObject();
            for (var each : beside.more().entrySet()) {
                out.writePOJOField(each.getKey(), each.getValue());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Shape.atAddress(text.toString(), base);
    }

    private void writeDocuments(JsonGenerator out, Collection<Stored> documents, Set<String> fields)
            throws IOException {
        out.writeStartArray();
        for (var document : documents) {
            writeDocument(out, document, fields);
        }
        out.writeEndArray();
    }

    private void writeDocument(JsonGenerator out, Stored document, Set<String> fields) throws IOException {
        if (fields.isEmpty()) {
            out.writeRawValue(document.json());
            return;
        }
        try (var in = mapper.createParser(document.json())) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                if (fields.contains(in.currentName())) {
                    out.copyCurrentStructure(in);
                } else {
                    in.nextToken();
                    in.skipChildren();
                }
            }
            out.writeEndObject();
        }
    }
}
