package org.ketaminecontent.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.config.ConfigProvider;

/** The description that the build of the tested application wrote, with its schemas ready to check by. */
public final class Described {

    /** {@code openapi/}, except for applications with descriptions of their own. */
    private static final Path FOLDER = Path.of(
            ConfigProvider.getConfig().getValue("quarkus.smallrye-openapi.store-schema-directory", String.class));

    /** Generated clients for Apple's platforms refuse fractions of a second. */
    private static final String WHOLE_SECONDS = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$";

    private static final Pattern DOCUMENT = Pattern.compile("/v1/([a-z-]+)/\\{slug}");

    private final JsonNode root;
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("components"))
            .build());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Digests of bodies without errors, each with its schema: tests read many answers again and again. */
    private final Set<String> sound = ConcurrentHashMap.newKeySet();

    private final Map<Pattern, JsonNode> paths = new LinkedHashMap<>();

    private Described(JsonNode root) {
        this.root = root;
        root.path("paths")
                .properties()
                .forEach(path ->
                        paths.put(Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), path.getValue()));
        closeSchemas();
    }

    /** What readers call. */
    public static Described read() {
        return Delivery.DESCRIBED;
    }

    /** What editors call. */
    public static Described readEditorial() {
        return Editorial.DESCRIBED;
    }

    private static final class Delivery {
        private static final Described DESCRIBED = new Described(json("openapi.json"));
    }

    private static final class Editorial {
        private static final Described DESCRIBED = new Described(json("editorial.json"));
    }

    static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Readers must expect new fields and values; the tests must not let one by that nobody described, nor an instant with
     * a fraction of a second.
     */
    private void closeSchemas() {
        for (var schema : root.at("/components/schemas")) {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("unevaluatedProperties", false);
            }
            close(schema);
        }
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("format").asText().equals("date-time")) {
                object.put("pattern", WHOLE_SECONDS);
            }
            if (object.path("additionalProperties").asBoolean()) {
                object.remove("additionalProperties");
            }
            if (object.has("x-extensible-enum")) {
                var values = object.putArray("enum");
                object.get("x-extensible-enum").forEach(values::add);
                if (object.path("type").isArray()) {
                    values.addNull();
                }
            }
        }
        node.forEach(Described::close);
    }

    /** Every operation. */
    public Stream<JsonNode> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream())
                .map(Map.Entry::getValue);
    }

    /** What the operations are called by, such as {@code GET /v1/topics}. */
    public Stream<String> names() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }

    /** The collections of all content types, such as {@code topics}. */
    public Stream<String> collections() {
        return root.path("paths").properties().stream()
                .map(path -> DOCUMENT.matcher(path.getKey()))
                .filter(Matcher::matches)
                .map(path -> path.group(1));
    }

    /** The operation of this method at this path, where there is one. */
    Optional<JsonNode> operation(String method, String path) {
        var described = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(entry -> entry.getValue().path(described))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    /** What a reference leads to; anything else is itself. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** The schema of this name. */
    public JsonNode schema(String name) {
        return root.at("/components/schemas").path(name);
    }

    /** All schemas, by name. */
    public Map<String, JsonNode> schemas() {
        return root.at("/components/schemas").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is wrong with a body by a schema of the description. */
    List<String> errors(JsonNode schema, String body) {
        var key = schema.toString();
        var checked = DigestUtils.sha256Hex(key + body);
        if (sound.contains(checked)) {
            return List.of();
        }
        var errors = errors(key, schema, parsed(body));
        if (errors.isEmpty()) {
            sound.add(checked);
        }
        return errors;
    }

    private List<String> errors(String key, JsonNode schema, JsonNode json) {
        return schemas
                .computeIfAbsent(key, unknown -> schema(schema))
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Schema schema(JsonNode schema) {
        ObjectNode complete = schema.deepCopy();
        complete.set("components", root.path("components"));
        return registry.getSchema(complete);
    }

    private static JsonNode parsed(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }
}
