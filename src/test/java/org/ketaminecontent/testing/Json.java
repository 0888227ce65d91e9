package org.ketaminecontent.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a path such as {@code data.sections.anchor} leads to, through arrays; nulls are left out. */
    public static Stream<JsonNode> at(JsonNode node, String path) {
        if (node.isArray()) {
            return children(node).flatMap(each -> at(each, path));
        }
        if (path.isEmpty()) {
            return node.isNull() || node.isMissingNode() ? Stream.empty() : Stream.of(node);
        }
        var dot = path.indexOf('.');
        return at(node.path(dot < 0 ? path : path.substring(0, dot)), dot < 0 ? "" : path.substring(dot + 1));
    }

    /** The same as texts. */
    public static List<String> texts(JsonNode node, String path) {
        return at(node, path).map(JsonNode::asText).toList();
    }

    /** Every object in a node, however deep, the node itself included. */
    public static Stream<JsonNode> objects(JsonNode node) {
        var inside = children(node).flatMap(Json::objects);
        return node.isObject() ? Stream.concat(Stream.of(node), inside) : inside;
    }

    /** The names of an object's members. */
    public static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
