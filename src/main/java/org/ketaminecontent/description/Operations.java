package org.ketaminecontent.description;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.ketaminecontent.content.Document;

/** Completes each operation: how it can answer, what its parameters may hold, and an example. */
class Operations {

    private static final Set<String> COMMA_SEPARATED = Set.of("include", "fields", "sort");

    private static final String ONE =
            "By slug or UUID. A slug that the document had before leads to the present one (301); a document that was"
                    + " taken back is gone (410).";
    private static final String MANY =
            "Different parameters narrow the list together; a repeated parameter takes any of its values. What is not"
                    + " described here is refused, never ignored. Follow `links.next` for the next page.";

    private final Schemas schemas;
    private final Examples examples;

    Operations(Schemas schemas, Examples examples) {
        this.schemas = schemas;
        this.examples = examples;
    }

    void complete(String path, Operation operation) {
        boolean isDocument = path.contains("{slug}");
        boolean isList = has(operation, "limit");
        addAnswers(path, operation);
        constrainItems(operation);
        if (isDocument || isList) {
            operation.setDescription(isList ? MANY : ONE);
            narrow(operation);
        }
        body(operation).setExamples(examples.of(operation.getOperationId()));
    }

    private static void addAnswers(String path, Operation operation) {
        var responses = operation.getResponses();
        Problems.EVERYWHERE.forEach(status -> responses.addAPIResponse(status, Problems.reference(status)));
        if (has(operation, "locale") || path.contains("{")) {
            responses.addAPIResponse("404", Problems.reference("404"));
        }
        if (path.contains("{slug}")) {
            responses.addAPIResponse("410", Problems.reference("410"));
            responses.addAPIResponse(
                    "301",
                    described("The document has another slug now.").addHeader("Location", header("Its address.")));
        }
        if (!path.contains("problems")) {
            responses.addAPIResponse("304", described("Unchanged since the validator that the request names."));
            responses
                    .getAPIResponse("200")
                    .addHeader("ETag", header("Strong validator of this representation."))
                    .addHeader("Last-Modified", header("When anything shown here last changed."))
                    .addHeader("Surrogate-Key", header("Every document and list shown here, for caches to purge by."))
                    .addHeader("Link", header("The links of the body (RFC 8288)."));
        }
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
        for (var parameter : parameters(operation)) {
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
    private void narrow(Operation operation) {
        var fields = document(operation).getProperties().keySet();
        for (var parameter : parameters(operation)) {
            if ("fields".equals(parameter.getName())) {
                items(
                        parameter,
                        fields.stream()
                                .filter(name -> !Document.IDENTITY.contains(name))
                                .toList());
            }
            if ("include".equals(parameter.getName())) {
                var names = Schemas.INCLUDABLE.keySet().stream()
                        .filter(fields::contains)
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
    private Schema document(Operation operation) {
        var data =
                Objects.requireNonNull(schemas.named(body(operation).getSchema().getRef())
                        .getProperties()
                        .get("data"));
        return schemas.named(
                data.getItems() == null ? data.getRef() : data.getItems().getRef());
    }

    private static MediaType body(Operation operation) {
        return operation.getResponses().getAPIResponse("200").getContent().getMediaType("application/json");
    }

    private static boolean has(Operation operation, String parameter) {
        return parameters(operation).stream().anyMatch(each -> parameter.equals(each.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
    }
}
