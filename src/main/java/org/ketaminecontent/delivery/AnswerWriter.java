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
import java.util.stream.Stream;
import org.ketaminecontent.content.Shape;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.HttpConfig;
import org.ketaminecontent.publishing.Live.Stored;

/** Puts documents, which are JSON already, into answers. */
@ApplicationScoped
class AnswerWriter {

    /** Characters that stand beside the documents, about. */
    private static final int BESIDE = 4000;

    private final ObjectMapper mapper;
    private final int largest;

    AnswerWriter(ObjectMapper mapper, HttpConfig config) {
        this.mapper = mapper;
        largest = Math.toIntExact(config.largestAnswer().asLongValue());
    }

    /** What stands beside the documents, by name. */
    record Beside(Map<String, List<Stored>> included, Map<String, Object> more) {}

    /** @param fields the only fields of the document to write; empty for all */
    String one(Stored document, Set<String> fields, Beside beside, String base) {
        return write(List.of(document), beside, base, out -> out.write(document, fields));
    }

    /** @param fields the only fields of each document to write; empty for all */
    String many(List<Stored> documents, Set<String> fields, Beside beside, String base) {
        return write(documents, beside, base, out -> out.write(documents, fields));
    }

    private interface Part {
        void write(Output out) throws IOException;
    }

    private String write(Collection<Stored> documents, Beside beside, String base, Part data) {
        var all = Stream.concat(
                documents.stream(), beside.included().values().stream().flatMap(List::stream));
        // Links grow by the address that they begin with; to grow with them would copy all that is written, again and
        // again.
        long expected = BESIDE + all.mapToLong(each -> each.json().length()).sum() * 5 / 4;
        var text = new StringWriter((int) Math.min(expected, largest));
        try (var json = mapper.createGenerator(text)) {
            var out = new Output(json, text.getBuffer(), base, largest);
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
        return text.toString();
    }

    /**
     * @param text where the generator writes to
     * @param largest how many characters it may come to hold
     */
    private record Output(JsonGenerator json, StringBuffer text, String base, int largest) {

        void write(Collection<Stored> documents, Set<String> fields) throws IOException {
            json.writeStartArray();
            for (var document : documents) {
                write(document, fields);
                refuseTooLarge();
            }
            json.writeEndArray();
        }

        private void refuseTooLarge() {
            if (text.length() > largest) {
                throw new Failure(
                        ErrorCode.ANSWER_TOO_LARGE,
                        "The answer would have more than " + largest + " characters. Ask for less.");
            }
        }

        void write(Stored document, Set<String> fields) throws IOException {
            if (fields.isEmpty()) {
                // The generator writes what goes before the value, and would take the value itself letter by letter.
                json.writeRawValue("");
                json.flush();
                Shape.appendAt(text, document.json(), base);
                return;
            }
            try (var in = json.getCodec().getFactory().createParser(Shape.atAddress(document.json(), base))) {
                in.nextToken();
                json.writeStartObject();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    if (fields.contains(in.currentName())) {
                        json.copyCurrentStructure(in);
                    } else {
                        in.nextToken();
                        in.skipChildren();
                    }
                }
                json.writeEndObject();
            }
        }
    }
}
