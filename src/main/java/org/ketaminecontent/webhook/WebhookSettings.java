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
        @Schema(description = "The purpose of the webhook, for people to read.", maxLength = 100) @Nullable
        String name,

        @Schema(description = "The kind of the receiver. It cannot be changed.") @Nullable
        WebhookKind kind,

        @Schema(
                description = "The receiver's address: https, without a user name, on a port that the server may call."
                        + " A build hook's address is its secret and is never shown again.",
                maxLength = 2000)
        @Nullable
        String url,

        @Schema(
                description = "The API token of Cloudflare or Fastly; for Varnish and templates, the value of"
                        + " `Authorization: Bearer`. It is never shown.",
                maxLength = 500)
        @Nullable
        String token,

        @Schema(
                description = "The JSON that a template sends. `{{contentVersion}}` in it is replaced by the content"
                        + " version, which a build sends as `atLeast`.",
                maxLength = 8000)
        @Nullable
        String body,

        @Schema(description = "The events to send; all if empty. Purges have no filter.") @Nullable
        List<WebhookEvent> events,

        @Schema(description = "The collections whose events are sent; all if empty. Purges have no filter.") @Nullable
        List<String> collections,

        @Schema(description = "The languages (BCP 47) whose events are sent; all if empty. Purges have no filter.")
        @Nullable
        List<String> locales,

        @Schema(
                description = "Seconds without a further change before a build starts; 30 by default. It starts at the"
                        + " latest five minutes after the first change. Only for build hooks and templates.",
                minimum = "0",
                maximum = "300")
        @Nullable
        Integer debounceSeconds,

        @Schema(description = "False pauses the webhook; true by default.") @Nullable
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
