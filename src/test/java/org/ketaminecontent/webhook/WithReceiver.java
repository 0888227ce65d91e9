package org.ketaminecontent.webhook;

import static org.ketaminecontent.testing.Editors.made;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ketaminecontent.testing.DirectSql;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Eventually;
import org.ketaminecontent.testing.Receiver;

/** Webhooks with a receiver that listens on this machine. */
abstract class WithReceiver {

    @Inject
    Editors editors;

    @Inject
    DirectSql sql;

    final Receiver receiver = Receiver.start();

    @BeforeEach
    void remove_all() {
        editors.removeWebhooks();
    }

    @AfterEach
    void end() {
        remove_all();
        receiver.close();
    }

    JsonNode webhook(String kind, Map<String, ?> more) {
        var wanted =
                new HashMap<String, Object>(Map.of("name", "A " + kind, "kind", kind, "url", receiver.url() + "/hook"));
        wanted.putAll(more);
        return made(editors.admin().post("/webhooks", wanted), 201);
    }

    JsonNode read(JsonNode webhook) {
        return made(editors.admin().get("/webhooks/" + webhook.path("id").asText()), 200);
    }

    JsonNode deliveries(JsonNode webhook) {
        return made(editors.admin().get("/webhooks/" + webhook.path("id").asText() + "/deliveries"), 200)
                .path("data");
    }

    JsonNode delivered(JsonNode webhook, String state) {
        Eventually.until(
                "the delivery is " + state,
                () -> deliveries(webhook).at("/0/state").asText().equals(state));
        return deliveries(webhook).path(0);
    }

    static void verify(String secret, Receiver.Request request) throws Exception {
        var headers = new HashMap<String, List<String>>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        new Webhook(secret).verify(request.body(), headers);
    }
}
