package org.ketaminecontent.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ketaminecontent.testing.Wire;

/** A client as an app has one: it keeps documents by id, and where to go on. */
final class StoringClient {

    final Map<String, JsonNode> store = new TreeMap<>();
    final List<String> tombstones = new ArrayList<>();
    private final String query;
    private String address;

    /** @param query what is to be kept in step, such as {@code types=topics&limit=2} */
    StoringClient(String query) {
        this.query = query;
        address = "/v1/sync" + (query.isEmpty() ? "" : "?" + query);
    }

    String query() {
        return query;
    }

    String address() {
        return address;
    }

    /** One page. */
    JsonNode step() {
        var answer = Wire.get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        var page = answer.json();
        page.path("data").forEach(this::take);
        address = "/v1/sync?checkpoint=" + page.at("/page/checkpoint/token").asText();
        return page;
    }

    private void take(JsonNode item) {
        var id = item.path("id").asText();
        if (item.path("deleted").asBoolean()) {
            store.remove(id);
            tombstones.add(id);
        } else {
            store.put(id, item);
        }
    }

    /** Every page that there is; the last one. */
    JsonNode follow() {
        var page = step();
        while (page.at("/page/hasMore").asBoolean()) {
            page = step();
        }
        return page;
    }

    /** The digest of what is in the store. */
    String digest() {
        var lines = new StringBuilder();
        store.forEach((id, document) -> lines.append(id)
                .append(' ')
                .append(document.path("locale").asText())
                .append(' ')
                .append(document.path("version").asInt())
                .append('\n'));
        try {
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
