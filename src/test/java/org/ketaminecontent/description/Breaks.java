package org.ketaminecontent.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * What in a description breaks clients of an earlier one. openapi-diff sees what is newly demanded of requests; it reads
 * OpenAPI 3.1 without the types, nulls and enums of answers, so those are compared here: each must still be there.
 */
final class Breaks {

    /** Words for people, and limits, of which openapi-diff knows in which direction they may move. */
    private static final Set<String> MAY_CHANGE = Set.of(
            "info",
            "tags",
            "servers",
            "summary",
            "description",
            "example",
            "examples",
            "x-enum-varnames",
            "maximum",
            "maxLength",
            "minimum",
            "minLength");

    private final List<String> found = new ArrayList<>();

    private Breaks() {}

    static List<String> between(JsonNode released, JsonNode present) {
        var breaks = new Breaks();
        breaks.compare("", released, present);
        var diff = OpenApiCompare.fromContents(released.toString(), present.toString());
        if (diff.isIncompatible()) {
            breaks.found.add("openapi-diff: " + diff.getChangedOperations() + diff.getMissingEndpoints());
        }
        return breaks.found;
    }

    private void compare(String where, JsonNode released, JsonNode present) {
        if (present.isMissingNode()) {
            found.add(where + " is gone");
        } else if (released.isObject() && present.isObject()) {
            released.properties().stream()
                    .filter(each -> !MAY_CHANGE.contains(each.getKey()) || where.endsWith("/properties"))
                    .forEach(
                            each -> compare(where + "/" + each.getKey(), each.getValue(), present.path(each.getKey())));
        } else if (released.isArray() && present.isArray() && !where.endsWith("/type") && !where.equals("/security")) {
            released.forEach(each -> compare(where + "/" + key(each), each, counterpart(each, present)));
        } else if (!released.equals(present)) {
            found.add(where + " was " + released + " and is " + present);
        }
    }

    /** Parameters are known by their name; values are themselves. */
    private static String key(JsonNode element) {
        if (element.isValueNode()) {
            return element.asText();
        }
        return element.has("name") ? element.path("name").asText() : element.toString();
    }

    private static JsonNode counterpart(JsonNode element, JsonNode present) {
        Stream<JsonNode> elements = StreamSupport.stream(present.spliterator(), false);
        return elements.filter(each -> key(each).equals(key(element)))
                .findFirst()
                .orElseGet(() -> present.path(-1));
    }
}
