package org.ketaminecontent.delivery;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ketaminecontent.http.Utf8Text;
import org.ketaminecontent.live.RenditionReader.Stored;

/** Writes answers around documents that are stored as JSON. */
@ApplicationScoped
class AnswerWriter {

    /** The approximate size of the other parts of an answer, in bytes. */
    private static final int BESIDE = 4000;

    /** The approximate size of some fields of a document, in bytes. */
    private static final int FIELDS = 900;

    private final ObjectMapper mapper;
    private final ReadBudget readBudget;

    AnswerWriter(ObjectMapper mapper, ReadBudget readBudget) {
        this.mapper = mapper;
        this.readBudget = readBudget;
    }

    /** The other parts of an answer, by name. */
    record Beside(Map<String, List<Stored>> included, Map<String, Object> more) {}

    /** @param fields the only fields of the document to write; all if empty */
    Utf8Text one(Stored document, Set<String> fields, Beside beside, String base) {
        return write(List.of(document), fields, beside, base, out -> out.write(document, fields));
    }

    /** @param fields the only fields of each document to write; all if empty */
    Utf8Text many(List<Stored> documents, Set<String> fields, Beside beside, String base) {
        return write(documents, fields, beside, base, out -> out.write(documents, fields));
    }

    private interface Part {
        void write(Output out) throws IOException;
    }

    private Utf8Text write(Collection<Stored> documents, Set<String> fields, Beside beside, String base, Part data) {
        var address = base.getBytes(StandardCharsets.UTF_8);
        // A growing buffer would copy its content again and again.
        var whole = Stream.concat(
                fields.isEmpty() ? documents.stream() : Stream.of(),
                beside.included().values().stream().flatMap(List::stream));
        long length =
                whole.mapToLong(each -> each.json().lengthAt(address.length)).sum();
        var text = new Utf8Text.Out(
                readBudget.room(length + BESIDE + (fields.isEmpty() ? 0 : (long) FIELDS * documents.size())));
        try (var json = mapper.createGenerator(text)) {
            var selection = new FieldSelection(fields, address, text, mapper.getFactory());
            var out = new Output(json, text, address, readBudget, selection);
            json.writeStartObject();
            json.writeFieldName("data");
            data.write(out);
            json.writeObjectFieldStart("included");
            for (var included : beside.included().entrySet()) {
                json.writeFieldName(included.getKey());
                out.write(included.getValue(), Set.of());
            }
            json.writeEndObject();
            for (var each : beside.more().entrySet()) {
                json.writePOJOField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.text();
    }

    /**
     * @param text the generator's buffer
     * @param address the address at the beginning of links
     */
    private record Output(
            JsonGenerator json, Utf8Text.Out text, byte[] address, ReadBudget readBudget, FieldSelection selection) {

        void write(Collection<Stored> documents, Set<String> fields) throws IOException {
            json.writeStartArray();
            for (var document : documents) {
                write(document, fields);
                readBudget.refuseTooLarge(text.size());
            }
            json.writeEndArray();
        }

        void write(Stored document, Set<String> fields) throws IOException {
            // The generator writes the separator before the value; it would write the value itself character by
            // character.
            json.writeRawValue("");
            json.flush();
            if (fields.isEmpty()) {
                document.json().writeAt(address, text);
            } else {
                selection.write(document.json());
            }
        }
    }
}
