package org.ketaminecontent.description;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the requests that the server makes of others (OpenAPI 3.1, webhooks). */
final class WebhookDescriptions {

    private static final String TEST = "endpoint.test";

    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("document.published", "A document became live.");
        EVENTS.put("document.updated", "A live document has a new version.");
        EVENTS.put("document.corrected", "A new version corrects a published error of the given `severity`.");
        EVENTS.put("document.withdrawn", "A document was withdrawn.");
        EVENTS.put("document.expired", "A document was withdrawn at its scheduled time.");
        EVENTS.put("document.review_overdue", "The next review of a document is overdue.");
        EVENTS.put(TEST, "A test of the endpoint.");
    }

    private WebhookDescriptions() {}

    static void addTo(OpenAPI api) {
        EVENTS.forEach((type, description) ->
                api.addWebhook(type, OASFactory.createPathItem().POST(operation(type, description))));
    }

    private static Operation operation(String type, String description) {
        var schema = type.equals(TEST)
                ? OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                : Schemas.reference("WebhookPayload");
        return OASFactory.createOperation()
                .operationId("receive" + name(type))
                .summary("Receive " + type)
                .description(description)
                .addTag("Webhooks")
                .addParameter(header(
                        "webhook-id",
                        "The id of the event, the same at every attempt, so that duplicates can be ignored."))
                .addParameter(header("webhook-timestamp", "The time of the attempt in seconds since 1970."))
                .addParameter(header(
                        "webhook-signature",
                        "`v1,` and the Base64 of the HMAC-SHA256 of id, timestamp and body,"
                                + " joined by periods; two, separated by a space, while a secret is rotated."))
                .requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/json",
                                        OASFactory.createMediaType().schema(schema))))
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse(
                                "200",
                                OASFactory.createAPIResponse().description("Received; any 2xx status means the same."))
                        .addAPIResponse(
                                "410",
                                OASFactory.createAPIResponse()
                                        .description("The receiver is gone: the server disables the webhook.")));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** Such as {@code DocumentReviewOverdue}. */
    private static String name(String type) {
        var name = new StringBuilder();
        for (var word : type.split("[._]")) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }
}
