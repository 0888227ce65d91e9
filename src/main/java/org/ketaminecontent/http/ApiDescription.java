package org.ketaminecontent.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The application's own OpenAPI description, against which requests are validated. */
@ApplicationScoped
public class ApiDescription {

    /** The build's resource with the description. */
    private static final String RESOURCE = "META-INF/quarkus-generated-openapi-doc.JSON";

    private static final String EDITORIAL = "META-INF/quarkus-generated-openapi-doc-editorial.JSON";

    private static final String VARIABLE = "\\{[^}]*}";

    /** The media types of HTML forms, the default if no description names others. */
    private static final List<String> FORM = List.of("application/x-www-form-urlencoded");

    private final Map<String, Map<String, QueryParameter>> byOperation = new HashMap<>();
    private final List<Body> bodies = new ArrayList<>();

    /** The media types of an operation's body. */
    private record Body(String template, String method, List<String> types) {

        boolean matches(String itsMethod, String path) {
            return method.equalsIgnoreCase(itsMethod) && path.matches(template.replaceAll(VARIABLE, "[^/]+"));
        }

        int precision() {
            return template.replaceAll(VARIABLE, "").length();
        }
    }

    ApiDescription(ObjectMapper mapper) {
        for (var name : List.of(RESOURCE, EDITORIAL)) {
            var root = read(name, mapper);
            root.path("paths").forEach(path -> path.forEach(operation -> addOperation(operation, root)));
            root.path("paths")
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(operation -> addBody(path.getKey(), operation.getKey(), operation.getValue())));
        }
    }

    private static JsonNode read(String name, ObjectMapper mapper) {
        try (var document = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return mapper.readTree(Objects.requireNonNull(document, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addOperation(JsonNode operation, JsonNode root) {
        var parameters = new LinkedHashMap<String, QueryParameter>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                var name = parameter.path("name").asText();
                parameters.put(name, QueryParameter.of(name, parameter, schema -> resolve(schema, root)));
            }
        }
        // An operation with several methods is described once for each.
        var method = operation.path("x-method");
        byOperation.put((method.isTextual() ? method : operation.path("operationId")).asText(), parameters);
    }

    private void addBody(String template, String method, JsonNode operation) {
        var types = new ArrayList<String>();
        operation.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        if (!types.isEmpty()) {
            bodies.add(new Body(template, method, types));
        }
    }

    /** The media types that a body may have; those of forms if none are described. */
    List<String> bodiesOf(String method, String path) {
        return bodies.stream()
                .filter(each -> each.matches(method, path))
                .max(Comparator.comparingInt(Body::precision))
                .map(Body::types)
                .orElse(FORM);
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    /** The query parameters of an operation, by name; empty if the operation is not described. */
    public Optional<Map<String, QueryParameter>> parametersOf(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }
}
