package org.ketaminecontent.description;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Visits every schema of a description, those inside of others too. */
final class SchemaVisitor {

    private static final Map<String, PathItem> NO_WEBHOOKS = Map.of();

    private SchemaVisitor() {}

    static void of(OpenAPI api, Consumer<Schema> visitor) {
        api.getComponents().getSchemas().values().forEach(schema -> visit(schema, visitor));
        ofOperations(api, schema -> visit(schema, visitor));
    }

    /** The outermost schemas of operations. */
    static void ofOperations(OpenAPI api, Consumer<Schema> visitor) {
        operations(api)
                .flatMap(operation -> Stream.of(ofParameters(operation), ofBody(operation), ofAnswers(operation))
                        .flatMap(each -> each))
                .filter(Objects::nonNull)
                .forEach(visitor);
    }

    /** The outermost schemas of bodies of requests. */
    static void ofBodies(OpenAPI api, Consumer<Schema> visitor) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(SchemaVisitor::ofBody)
                .filter(Objects::nonNull)
                .forEach(visitor);
    }

    /** The operations of the addresses, and of the webhooks, which the server calls. */
    private static Stream<Operation> operations(OpenAPI api) {
        return Stream.of(api.getPaths().getPathItems(), Objects.requireNonNullElse(api.getWebhooks(), NO_WEBHOOKS))
                .flatMap(items -> items.values().stream())
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static Stream<@Nullable Schema> ofParameters(Operation operation) {
        return list(operation.getParameters()).stream().map(Parameter::getSchema);
    }

    private static Stream<@Nullable Schema> ofBody(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema);
    }

    private static Stream<@Nullable Schema> ofAnswers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .map(MediaType::getSchema);
    }

    static void visit(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        visit(schema.getItems(), visitor);
        list(schema.getAnyOf()).forEach(option -> visit(option, visitor));
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                .values()
                .forEach(property -> visit(property, visitor));
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
