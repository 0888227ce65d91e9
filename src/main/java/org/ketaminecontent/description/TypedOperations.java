package org.ketaminecontent.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.ketaminecontent.content.ContentType;

/** Describes an operation on documents once for each content type, with a body of its type. */
final class TypedOperations {

    /** The extension with the name of an operation's method, if its id is another one. */
    private static final String METHOD = "x-method";

    /** The schemas that hold content, innermost first. */
    private static final List<String> TYPED =
            List.of("Draft", "Version", "EditorialDocument", "EditorialList", "Versions");

    private TypedOperations() {}

    /** Adds the schemas of each content type. */
    static void addSchemas(OpenAPI api, DescribedTypes types) {
        var schemas = new LinkedHashMap<>(api.getComponents().getSchemas());
        types.byRank().stream()
                .map(ContentType::schemaName)
                .forEach(kind -> TYPED.forEach(name -> {
                    var general = Objects.requireNonNull(schemas.get(name), name);
                    var special = OASFactory.createSchema()
                            .type(general.getType())
                            .description(general.getDescription())
                            .required(general.getRequired());
                    general.getProperties()
                            .forEach((field, property) -> special.addProperty(
                                    field,
                                    field.equals("content")
                                            ? Schemas.reference(kind + "Content")
                                            : typed(property, kind)));
                    schemas.put(kind + name, special);
                }));
        api.getComponents().setSchemas(schemas);
    }

    /** The schema of a content type in place of a general one. */
    private static Schema typed(Schema schema, String kind) {
        if (schema.getRef() != null) {
            var name = Schemas.name(schema.getRef());
            return TYPED.contains(name) ? Schemas.reference(kind + name) : schema;
        }
        if (schema.getItems() != null && schema.getItems().getRef() != null) {
            return OASFactory.createSchema()
                    .type(schema.getType())
                    .description(schema.getDescription())
                    .items(typed(schema.getItems(), kind));
        }
        if (schema.getAnyOf() != null) {
            var options = new ArrayList<Schema>();
            schema.getAnyOf().forEach(option -> options.add(typed(option, kind)));
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .anyOf(options);
        }
        return schema;
    }

    /** The operations of one content type at an address of all of them. */
    static PathItem of(String kind, PathItem general) {
        var item = OASFactory.createPathItem();
        general.getOperations().forEach((method, operation) -> item.setOperation(method, of(kind, operation)));
        return item;
    }

    private static Operation of(String kind, Operation general) {
        var operation = OASFactory.createOperation()
                .operationId(general.getOperationId() + "Of" + kind)
                .summary(general.getSummary())
                .description(general.getDescription())
                .tags(general.getTags());
        operation.addExtension(METHOD, general.getOperationId());
        Parameters.of(general).stream()
                .filter(parameter ->
                        !(parameter.getIn() == Parameter.In.PATH && "collection".equals(parameter.getName())))
                .forEach(operation::addParameter);
        var body = general.getRequestBody();
        if (body != null) {
            var copy =
                    OASFactory.createRequestBody().required(body.getRequired()).content(OASFactory.createContent());
            body.getContent()
                    .getMediaTypes()
                    .forEach((type, media) -> copy.getContent().addMediaType(type, typed(media, kind)));
            operation.requestBody(copy);
        }
        var responses = OASFactory.createAPIResponses();
        general.getResponses().getAPIResponses().forEach((status, response) -> {
            var copy = OASFactory.createAPIResponse()
                    .description(response.getDescription())
                    .headers(response.getHeaders());
            if (response.getContent() != null) {
                copy.content(OASFactory.createContent());
                response.getContent()
                        .getMediaTypes()
                        .forEach((type, media) -> copy.getContent().addMediaType(type, typed(media, kind)));
            }
            responses.addAPIResponse(status, copy);
        });
        return operation.responses(responses);
    }

    private static MediaType typed(MediaType media, String kind) {
        return OASFactory.createMediaType().schema(typed(media.getSchema(), kind));
    }
}
