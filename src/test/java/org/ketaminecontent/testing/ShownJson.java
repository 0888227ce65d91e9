package org.ketaminecontent.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * JSON as documentation shows it. What differs from one database or call to the next counts as equal: ids, instants,
 * versions and traces. What would only take room may be left out: a member {@code "…": "…"} stands for all further
 * members of an object, a last element {@code "…"} for all further elements of an array, and a text may break off with
 * {@code …}.
 */
public final class ShownJson {

    private static final String MORE = "…";
    private static final Set<String> VERSIONS = Set.of("version", "contentVersion");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TRACE_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ShownJson() {}

    /** The JSON in the form that two of them are compared in. */
    public static String of(String json) {
        return print(normal("", read(json)));
    }

    /** The same of an answer, with what is left out where the shown one leaves it out. */
    public static String of(String answer, String shown) {
        return print(normal("", cut(read(answer), read(shown))));
    }

    private static JsonNode cut(JsonNode actual, JsonNode shown) {
        if (actual.isObject() && shown.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            actual.properties().stream()
                    .filter(member -> shown.has(member.getKey()) || !shown.has(MORE))
                    .forEach(
                            member -> object.set(member.getKey(), cut(member.getValue(), shown.path(member.getKey()))));
            return shown.has(MORE) && actual.size() > object.size() ? object.put(MORE, MORE) : object;
        }
        if (actual.isArray() && shown.isArray()) {
            int last = shown.size() - 1;
            boolean breaksOff = last >= 0 && shown.get(last).asText().equals(MORE) && actual.size() > last;
            var array = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < (breaksOff ? last : actual.size()); i++) {
                array.add(cut(actual.get(i), shown.path(i)));
            }
            return breaksOff ? array.add(MORE) : array;
        }
        return breaksOff(actual, shown) ? shown : actual;
    }

    private static boolean breaksOff(JsonNode actual, JsonNode shown) {
        var text = shown.asText();
        return actual.isTextual()
                && text.endsWith(MORE)
                && actual.asText().startsWith(text.substring(0, text.length() - MORE.length()));
    }

    private static JsonNode normal(String name, JsonNode node) {
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(member -> object.set(member.getKey(), normal(member.getKey(), member.getValue())));
            return object;
        }
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> array.add(normal(name, each)));
            return array;
        }
        if (node.isNumber() && VERSIONS.contains(name)) {
            return JsonNodeFactory.instance.textNode("a version");
        }
        if (node.isTextual()) {
            var text = UUID.matcher(node.asText()).replaceAll("an id");
            text = TRACE_ID.matcher(text).replaceAll("a trace");
            return JsonNodeFactory.instance.textNode(INSTANT.matcher(text).replaceAll("an instant"));
        }
        return node;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static String print(JsonNode node) {
        return node.toPrettyString();
    }
}
