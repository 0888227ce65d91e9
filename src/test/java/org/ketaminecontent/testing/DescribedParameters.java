package org.ketaminecontent.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What the description says of requests. */
public final class DescribedParameters {

    private static final JsonNode ROOT = Described.json("openapi.json");

    private DescribedParameters() {}

    /** The query parameters of an address, such as {@code /v1/topics/{slug}}. */
    public static List<JsonNode> parameters(String address) {
        return Json.children(ROOT.path("paths").path(address).path("get").path("parameters"))
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .toList();
    }

    /** The values that a parameter allows; empty where they are not listed. */
    public static List<String> values(JsonNode parameter) {
        var schema = resolve(parameter.path("schema"));
        var item = schema.has("items") ? resolve(schema.path("items")) : schema;
        return Json.children(item.path("enum"))
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    /** The values that a parameter of an address allows. */
    public static List<String> values(String address, String parameter) {
        return parameters(address).stream()
                .filter(each -> each.path("name").asText().equals(parameter))
                .flatMap(each -> values(each).stream())
                .toList();
    }

    /** Every address that is described. */
    public static Stream<String> addresses() {
        return Json.names(ROOT.path("paths")).stream();
    }

    private static JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : ROOT.at(reference.substring(1));
    }
}
