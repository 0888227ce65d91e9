package org.ketaminecontent.description;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type in words.
 *
 * @param place the page and the anchor of its schema; null if it has none
 */
record TypeInWords(String words, @Nullable String place) {

    /** The type in words. */
    static TypeInWords of(JsonNode schema) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asText().replaceFirst(".*/", "");
            return new TypeInWords(name, page(name) + "#" + ApiReference.anchor(name));
        }
        if (schema.has("items")) {
            var item = of(schema.path("items"));
            return new TypeInWords("list of " + item.words(), item.place());
        }
        for (var group : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(group)) {
                var options = ApiReference.children(schema.path(group))
                        .map(TypeInWords::of)
                        .toList();
                var place = options.stream()
                        .map(TypeInWords::place)
                        .filter(Objects::nonNull)
                        .findFirst();
                return new TypeInWords(
                        options.stream().map(TypeInWords::words).collect(Collectors.joining(" or ")),
                        place.orElse(null));
            }
        }
        var types = schema.path("type").isArray()
                ? ApiReference.children(schema.path("type"))
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(" or "))
                : schema.path("type").asText("any value");
        return new TypeInWords(
                types + (schema.has("format") ? " (" + schema.path("format").asText() + ")" : ""), null);
    }

    /** The page of a schema: three by the first letter, each smaller than 60 kB. */
    static String page(String name) {
        char first = name.charAt(0);
        return first < 'G' ? "schemas-a-f" : first < 'S' ? "schemas-g-r" : "schemas-s-z";
    }
}
