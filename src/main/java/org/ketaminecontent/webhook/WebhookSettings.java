package org.ketaminecontent.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.JsonBodyReader;

/** The settings of an endpoint. A member that is null has its default. */
@Schema(
        name = "WebhookRequest",
        requiredProperties = {"name", "kind", "url"})
record WebhookSettings(
        @Schema(description = "What it is for.", maxLength = 100) @Nullable
        String name,

        @Schema(description = "How it is told. It cannot be changed.") @Nullable
        WebhookKind kind,

        @Schema(
                description =
                        "Where it is: https, without a user name, on a port that the server may call. Of a build hook it"
                                + " is the secret; it is never shown again.",
                maxLength = 2000)
        @Nullable
        String url,

        @Schema(
                description =
                        "Cloudflare's API token or Fastly's; of a Varnish or a template, what is sent as `Authorization:"
                                + " Bearer`. It is never shown.",
                maxLength = 500)
        @Nullable
        String token,

        @Schema(
                description =
                        "The JSON that a template sends; `{{contentVersion}}` in it becomes the content version that a"
                                + " build must at least read.",
                maxLength = 8000)
        @Nullable
        String body,

        @Schema(description = "Events that it is told of; all where it names none. Not for purges.") @Nullable
        List<WebhookEvent> events,

        @Schema(description = "Collections whose documents it is told of; all where it names none. Not for purges.")
        @Nullable
        List<String> collections,

        @Schema(description = "Languages (BCP 47) that it is told of; all where it names none. Not for purges.")
        @Nullable
        List<String> locales,

        @Schema(
                description = "Seconds without a further change before a build starts, 30 where nothing is said; five"
                        + " minutes after the first change it starts anyhow. Only for build hooks and templates.",
                minimum = "0",
                maximum = "300")
        @Nullable
        Integer debounceSeconds,

        @Schema(description = "Whether it is told anything; true where nothing is said.") @Nullable
        Boolean enabled) {

    /** The settings of an endpoint after a JSON merge patch (RFC 7396); address and token are null where they stay. */
    static WebhookSettings patched(WebhookEndpoint endpoint, JsonNode patch) {
        var merged = of(endpoint);
        patch.properties().forEach(each -> {
            if (each.getValue().isNull()) {
                merged.remove(each.getKey());
            } else {
                merged.set(each.getKey(), each.getValue());
            }
        });
        return JsonBodyReader.read(merged, WebhookSettings.class);
    }

    private static ObjectNode of(WebhookEndpoint endpoint) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("name", endpoint.name);
        node.put("kind", endpoint.kind.text());
        node.put("enabled", endpoint.enabled);
        if (endpoint.body != null) {
            node.put("body", endpoint.body);
        }
        if (endpoint.kind.isBuild()) {
            node.put("debounceSeconds", endpoint.debounceSeconds);
        }
        put(node, "events", endpoint.events);
        put(node, "collections", endpoint.collections);
        put(node, "locales", endpoint.locales);
        return node;
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        var array = node.putArray(name);
        values.forEach(array::add);
    }
}
