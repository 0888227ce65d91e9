package org.ketaminecontent.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An API's description (OpenAPI 3.1) as people read it: calls in groups, and the schemas of their answers.
 *
 * @param models the schemas by name
 */
record ApiReference(List<Group> groups, List<Model> models) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    /** Small enough for a page below 60 kB. */
    private static final int CALLS_ON_PAGE = 24;

    private static final String JSON = "application/json";

    /** Calls on one subject; {@code page} is the name of their page. */
    record Group(String anchor, String name, String about, List<Call> calls) {

        public String page() {
            return name.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    /**
     * A call.
     *
     * @param about safe HTML
     * @param answer the type of the answer; null if it has no body in JSON
     * @param failures the statuses of its failures
     * @param address an example, from the path on; null if a part of it has to be filled in
     * @param example the answer to it, as JSON
     */
    record Call(
            String id,
            String method,
            String path,
            String summary,
            String about,
            List<Parameter> parameters,
            @Nullable TypeInWords answer,
            String failures,
            @Nullable String address,
            @Nullable String example,
            List<ReferenceSamples.Sample> samples) {

        /** Tells whether a browser can show the answer to the example. */
        public boolean isOpen() {
            return method.equals("GET") && address != null;
        }
    }

    /** A parameter; {@code about} is safe HTML. */
    record Parameter(String name, boolean isRequired, String place, String type, String about, String allowed) {}

    /** A schema; {@code about} is safe HTML, {@code page} the name of its page. */
    record Model(String anchor, String name, String about, String allowed, List<Field> fields) {

        public String page() {
            return TypeInWords.page(name);
        }
    }

    /** A field of a schema; {@code about} is safe HTML. */
    record Field(String name, boolean isAlways, TypeInWords type, String about) {}

    /** The calls on a page, if it has any. */
    Optional<Group> group(String page) {
        return groups.stream().filter(each -> each.page().equals(page)).findFirst();
    }

    /** The schemas on a page. */
    List<Model> models(String page) {
        return models.stream().filter(each -> each.page().equals(page)).toList();
    }

    /** @param address at the beginning of examples */
    static ApiReference of(JsonNode api, String address) {
        var groups = new LinkedHashMap<String, List<Call>>();
        api.path("tags").forEach(tag -> groups.put(tag.path("name").asText(), new ArrayList<>()));
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> groups.computeIfAbsent(
                                        each.getValue().at("/tags/0").asText("Other"), name -> new ArrayList<>())
                                .add(call(api, path.getKey(), each.getKey(), each.getValue(), address))));
        var about = children(api.path("tags"))
                .collect(Collectors.toMap(
                        tag -> tag.path("name").asText(),
                        tag -> tag.path("description").asText()));
        return new ApiReference(
                groups.entrySet().stream()
                        .flatMap(each -> pages(each.getKey(), about.getOrDefault(each.getKey(), ""), each.getValue()))
                        .toList(),
                api.at("/components/schemas").properties().stream()
                        .map(ApiReference::model)
                        .toList());
    }

    /** The calls of a tag as groups that each fit on a page; none where there are none. */
    private static Stream<Group> pages(String tag, String about, List<Call> calls) {
        return IntStream.rangeClosed(0, (calls.size() - 1) / CALLS_ON_PAGE)
                .filter(page -> !calls.isEmpty())
                .mapToObj(page -> {
                    var name = page == 0 ? tag : tag + " " + (page + 1);
                    int first = page * CALLS_ON_PAGE;
                    return new Group(
                            anchor(name),
                            name,
                            page == 0 ? about : "",
                            calls.subList(first, Math.min(first + CALLS_ON_PAGE, calls.size())));
                });
    }

    private static Call call(JsonNode api, String path, String method, JsonNode operation, String address) {
        var content = operation.at("/responses/200/content").path(JSON);
        var shown = children(content.path("examples")).findFirst().orElse(null);
        var request =
                shown == null ? null : Request.of(shown.path("description").asText());
        var example =
                request == null && !path.contains("{") && method.equals("get") ? new Request(path, null) : request;
        return new Call(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                prose(operation.path("description").asText()),
                children(operation.path("parameters"))
                        .map(each -> parameter(resolved(api, each)))
                        .toList(),
                content.has("schema") ? TypeInWords.of(content.path("schema")) : null,
                Stream.of(operation.path("responses").properties())
                        .flatMap(Set::stream)
                        .map(Map.Entry::getKey)
                        .filter(status -> status.matches("[45].."))
                        .sorted()
                        .collect(Collectors.joining(", ")),
                example == null ? null : example.address(),
                shown == null ? null : pretty(shown.path("value"), address),
                example == null
                        ? List.of()
                        : ReferenceSamples.of(address + example.address(), example.body(), documents(content)));
    }

    /** Tells whether the answer has documents, with which something else must be shown. */
    private static boolean documents(JsonNode content) {
        return content.at("/schema/$ref").asText().matches(".*(Answer|Page)$");
    }

    /** The request of an example, as its description tells it: a method, an address and a body. */
    private record Request(String address, @Nullable String body) {

        private static @Nullable Request of(String description) {
            var words = description.replace("`", "").split(" ", 3);
            return words.length < 2 ? null : new Request(words[1], words.length < 3 ? null : words[2]);
        }
    }

    private static Parameter parameter(JsonNode parameter) {
        var schema = parameter.path("schema");
        var item = schema.has("items") ? schema.path("items") : schema;
        return new Parameter(
                parameter.path("name").asText(),
                parameter.path("required").asBoolean(),
                parameter.path("in").asText(),
                TypeInWords.of(schema).words(),
                prose(parameter.path("description").asText()),
                values(item));
    }

    /** The values of an enum, or the documents of a union; empty for other types. */
    private static String values(JsonNode schema) {
        var values = schema.has("enum") ? schema.path("enum") : schema.path("x-extensible-enum");
        return Stream.concat(
                        children(values).map(JsonNode::asText),
                        children(schema.path("anyOf"))
                                .map(each -> TypeInWords.of(each).words()))
                .collect(Collectors.joining(", "));
    }

    private static Model model(Map.Entry<String, JsonNode> named) {
        var schema = named.getValue();
        var always = children(schema.path("required")).map(JsonNode::asText).collect(Collectors.toSet());
        return new Model(
                anchor(named.getKey()),
                named.getKey(),
                prose(schema.path("description").asText()),
                values(schema),
                schema.path("properties").properties().stream()
                        .map(each -> new Field(
                                each.getKey(),
                                always.contains(each.getKey()),
                                TypeInWords.of(each.getValue()),
                                prose(each.getValue().path("description").asText())))
                        .toList());
    }

    private static JsonNode resolved(JsonNode api, JsonNode node) {
        return node.has("$ref") ? api.at(node.path("$ref").asText().substring(1)) : node;
    }

    static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    static String anchor(String name) {
        return "schema-" + name.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Names of fields and values in backticks, as safe HTML. */
    private static String prose(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private static String pretty(JsonNode value, String address) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(value)
                    .replace("http://localhost:8080", address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
