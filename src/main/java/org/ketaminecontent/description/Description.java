package org.ketaminecontent.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the description what holds for every operation, so that no resource has to say it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {

    private static final String PROBLEM = "#/components/responses/Problem";
    private static final Set<String> IDENTITY =
            Set.of("id", "type", "slug", "locale", "version", "publishedAt", "updatedAt", "review", "links");

    private static final Set<String> COMMA_SEPARATED = Set.of("include", "fields", "sort");

    /** Fields that hold related documents, with the schema of what {@code included} holds under the name. */
    private static final Map<String, String> INCLUDABLE = new TreeMap<>(Map.of(
            "topics", "Topic",
            "conditions", "Condition",
            "sideEffects", "SideEffect",
            "faqs", "Faq",
            "references", "Reference"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> requireFields(schema));
        api.getComponents().addSchema("Included", included());
        api.getComponents().addResponse("Problem", problem());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> {
                    describe(path, operation);
                    constrainItems(operation);
                    narrow(operation, schemas);
                }));
    }

    /** A declared field is always there; only those that {@code fields} can trim may be missing. */
    private static void requireFields(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        var names = List.copyOf(schema.getProperties().keySet());
        boolean isDocument = names.containsAll(IDENTITY);
        schema.setRequired(names.stream()
                .filter(name -> !isDocument || IDENTITY.contains(name))
                .toList());
    }

    private static Schema included() {
        var schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "The documents asked for by `include`, each once, by the name of the field that leads to them.");
        INCLUDABLE.forEach((name, type) -> schema.addProperty(
                name,
                OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(OASFactory.createSchema().ref("#/components/schemas/" + type))));
        return schema;
    }

    private static APIResponse problem() {
        return OASFactory.createAPIResponse()
                .description("What went wrong.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static void describe(String path, Operation operation) {
        var responses = operation.getResponses();
        var ok = responses.getAPIResponse("200");
        var statuses = new ArrayList<>(List.of("400", "406", "500", "503"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (path.contains("{slug}")) {
            statuses.add("410");
            responses.addAPIResponse(
                    "301", described("The document has another slug now; `Location` has its address."));
        }
        if (!path.contains("problems")) {
            statuses.add("404");
            responses.addAPIResponse("304", described("Unchanged since the validator that the request names."));
            ok.addHeader("ETag", header("Strong validator of this representation."));
            ok.addHeader("Last-Modified", header("When anything shown here last changed."));
            ok.addHeader("Surrogate-Key", header("Every document and list shown here, for caches to purge by."));
            ok.addHeader("Link", header("The links of the body (RFC 8288)."));
        }
        statuses.stream()
                .distinct()
                .forEach(status -> responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref(PROBLEM)));
    }

    private static APIResponse described(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    /** The annotations state the limits of a list's items on the list itself; and lists that take commas are not repeated. */
    private static void constrainItems(Operation operation) {
        for (var parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            var schema = parameter.getSchema();
            if (schema != null && schema.getItems() != null && schema.getItems().getRef() == null) {
                var items = schema.getItems();
                items.pattern(schema.getPattern()).maxLength(schema.getMaxLength());
                items.minimum(schema.getMinimum()).maximum(schema.getMaximum());
                if (schema.getEnumeration() != null) {
                    items.enumeration(schema.getEnumeration());
                }
                schema.pattern(null).maxLength(null).minimum(null).maximum(null).enumeration(null);
            }
            if (COMMA_SEPARATED.contains(parameter.getName())) {
                parameter.style(Parameter.Style.FORM).explode(false);
            }
        }
    }

    /** Fills in what {@code fields} and {@code include} may name: it follows from the document's own schema. */
    private static void narrow(Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() == null
                || operation.getParameters().stream().noneMatch(parameter -> "fields".equals(parameter.getName()))) {
            return;
        }
        var document = document(operation, schemas);
        for (var parameter : List.copyOf(operation.getParameters())) {
            if ("fields".equals(parameter.getName())) {
                items(
                        parameter,
                        document.getProperties().keySet().stream()
                                .filter(name -> !IDENTITY.contains(name))
                                .toList());
            }
            if ("include".equals(parameter.getName())) {
                var names = INCLUDABLE.keySet().stream()
                        .filter(document.getProperties()::containsKey)
                        .toList();
                if (names.isEmpty()) {
                    operation.removeParameter(parameter);
                } else {
                    items(parameter, names);
                }
            }
        }
    }

    private static void items(Parameter parameter, List<String> names) {
        parameter.setSchema(OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .enumeration(List.copyOf(names))));
    }

    /** The schema of the documents that an operation answers with. */
    private static Schema document(Operation operation, Map<String, Schema> schemas) {
        var body = operation
                .getResponses()
                .getAPIResponse("200")
                .getContent()
                .getMediaType("application/json")
                .getSchema();
        var data = known(known(schemas, name(body)).getProperties(), "data");
        return known(schemas, name(data.getItems() == null ? data : data.getItems()));
    }

    private static Schema known(Map<String, Schema> schemas, String name) {
        return Objects.requireNonNull(schemas.get(name), name);
    }

    private static String name(Schema reference) {
        return reference.getRef().substring(reference.getRef().lastIndexOf('/') + 1);
    }
}
