package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.ketaminecontent.text.AuthoredText;

/**
 * Authored values before they are parsed or compared: limited in every dimension, with each text in its normal form.
 * The limits bound the time of the checks, some of which grows faster than the size of the content.
 */
public final class AuthoredTree {

    /** Three times the length of the longest text that may be published. */
    public static final int LONGEST_BODY = 20_000;

    static final int LONGEST_TEXT = 5_000;
    static final int LONGEST_LIST = 200;

    /** More than twice the depth of any real document. */
    static final int DEEPEST = 16;

    private static final int LONGEST_NAME = 100;
    private static final String BODY = "/body";

    /** JSON allows more forms of numbers than the fields need. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?");

    private AuthoredTree() {}

    /**
     * A copy with each text in its normal form.
     *
     * @throws AuthoredJson.Unreadable if a text or list is too long, values are nested too deeply, a list contains
     * null, or a text contains characters that are not allowed
     */
    public static JsonNode checked(JsonNode tree) throws AuthoredJson.Unreadable {
        return checked(tree, "", 0);
    }

    /** Tells whether stored content, which may be older than the limits, is within them. */
    public static boolean isBounded(JsonNode tree) {
        try {
            checked(tree);
            return true;
        } catch (AuthoredJson.Unreadable e) {
            return false;
        }
    }

    private static JsonNode checked(JsonNode node, String pointer, int depth) throws AuthoredJson.Unreadable {
        if (depth > DEEPEST) {
            throw new AuthoredJson.Unreadable(pointer, "is nested more than " + DEEPEST + " deep");
        }
        if (node instanceof ObjectNode object) {
            return fields(object, pointer, depth);
        }
        if (node instanceof ArrayNode array) {
            return items(array, pointer, depth);
        }
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(text(node.textValue(), pointer));
        }
        if (node.isNumber() && !NUMBER.matcher(node.asText()).matches()) {
            throw new AuthoredJson.Unreadable(pointer, "must be a number such as 7 or 0.5");
        }
        return node;
    }

    private static JsonNode fields(ObjectNode object, String pointer, int depth) throws AuthoredJson.Unreadable {
        bound(pointer, "fields", object.size(), LONGEST_LIST);
        var copy = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
            bound(pointer, "characters in the name of a field", field.getKey().length(), LONGEST_NAME);
            copy.set(
                    field.getKey(), checked(field.getValue(), AuthoredJson.member(pointer, field.getKey()), depth + 1));
        }
        return copy;
    }

    private static JsonNode items(ArrayNode array, String pointer, int depth) throws AuthoredJson.Unreadable {
        bound(pointer, "items", array.size(), LONGEST_LIST);
        var copy = JsonNodeFactory.instance.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isNull()) {
                throw new AuthoredJson.Unreadable(pointer + "/" + i, "an item of a list must not be null");
            }
            copy.add(checked(array.get(i), pointer + "/" + i, depth + 1));
        }
        return copy;
    }

    private static String text(String text, String pointer) throws AuthoredJson.Unreadable {
        bound(pointer, "characters", text.length(), pointer.equals(BODY) ? LONGEST_BODY : LONGEST_TEXT);
        var fault = AuthoredText.fault(text);
        if (fault.isPresent()) {
            throw new AuthoredJson.Unreadable(pointer, fault.get());
        }
        return AuthoredText.normal(text);
    }

    private static void bound(String pointer, String what, int count, int most) throws AuthoredJson.Unreadable {
        if (count > most) {
            throw new AuthoredJson.Unreadable(
                    pointer, "must have " + most + " " + what + " or fewer, and has " + count);
        }
    }
}
