package org.ketaminecontent.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ketaminecontent.delivery.AnswerLinks;
import org.ketaminecontent.http.Utf8Text;
import org.ketaminecontent.live.ChangedDocuments.Item;

/** Writes pages around documents that are stored as JSON. */
@ApplicationScoped
public class SyncWriter {

    /** The approximate size of the other parts of a page, in bytes. */
    private static final int BESIDE = 6000;

    /** The approximate size of a tombstone, in bytes. */
    private static final int TOMBSTONE = 500;

    private final ObjectMapper mapper;

    SyncWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Utf8Text write(SyncReader.Step step, SyncPage.Info page, SyncPage.SyncMeta meta, AnswerLinks links, String base) {
        var address = base.getBytes(StandardCharsets.UTF_8);
        long expected = step.items().stream()
                .mapToLong(item -> item.json() == null ? TOMBSTONE : item.json().lengthAt(address.length))
                .sum();
        var out = new Utf8Text.Out(Math.toIntExact(BESIDE + expected));
        append(out, "{\"data\":[");
        for (int i = 0; i < step.items().size(); i++) {
            append(out, i == 0 ? "" : ",");
            append(out, step.items().get(i), step.next().scope(), address);
        }
        append(out, "],\"page\":" + json(page));
        append(out, ",\"meta\":" + json(meta));
        append(out, ",\"links\":" + json(links) + "}");
        return out.text();
    }

    private static void append(Utf8Text.Out out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }

    private void append(Utf8Text.Out out, Item item, Scope scope, byte[] address) {
        if (item.json() == null) {
            append(out, json(tombstone(item, scope)));
        } else {
            item.json().writeAt(address, out);
        }
    }

    private static SyncPage.Tombstone tombstone(Item item, Scope scope) {
        var name = List.of(item.name().split("/", 2));
        return new SyncPage.Tombstone(
                item.id(),
                name.get(0),
                name.get(1),
                scope.locale(),
                item.version(),
                true,
                new SyncPage.Deletion(item.reason(), item.at(), item.successor()));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
