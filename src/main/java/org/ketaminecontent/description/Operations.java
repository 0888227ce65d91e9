package org.ketaminecontent.description;

import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Completes each operation: what it is, how it can answer, and an example. */
class Operations {

    private static final String ONE =
            "By slug or UUID. A slug that the document had before leads to the present one (301); a document that was"
                    + " taken back is gone (410).";
    private static final String MANY =
            "Different parameters narrow the list together; several values of one mean any of them. What is not"
                    + " described here is refused, never ignored. Follow `links.next` for the next page.";

    private static final String DOCUMENT = "{slug}";
    private static final String JSON = "application/json";
    /** The addresses at which people look something up. */
    private static final Set<String> PRIVATE = Set.of("/v1/search", "/v1/suggest", "/v1/lookup");

    private final Schemas schemas;
    private final DescribedTypes types;
    private final Examples examples;

    Operations(Schemas schemas, DescribedTypes types, Examples examples) {
        this.schemas = schemas;
        this.types = types;
        this.examples = examples;
    }

    void complete(String path, Operation operation) {
        boolean isDocument = path.endsWith(DOCUMENT);
        boolean isList = Parameters.has(operation, "sort");
        addAnswers(path, operation);
        if (path.startsWith("/v1") && !path.contains("problems")) {
            operation.addParameter(Parameters.atLeast());
        }
        Parameters.nameCollections(
                operation, path.equals("/v1/sync") ? DescribedTypes.SYNC_NAME : DescribedTypes.SEARCH_NAME);
        Parameters.constrainItems(operation, types);
        if (isDocument || isList) {
            operation.setDescription(isList ? MANY : ONE);
            var document = document(operation);
            Parameters.narrow(operation, schemas.named(document), types.ofSchema(Schemas.name(document)), types);
        }
        if (isJson(operation)) {
            body(operation).setExamples(examples.of(operation.getOperationId()));
        }
    }

    private static void addAnswers(String path, Operation operation) {
        var responses = operation.getResponses();
        Problems.EVERYWHERE.forEach(status -> responses.addAPIResponse(status, Problems.reference(status)));
        boolean namesDocument = path.contains(DOCUMENT) || Parameters.has(operation, "url");
        if (Parameters.has(operation, "locale") || path.contains("{") || namesDocument) {
            responses.addAPIResponse("404", Problems.reference("404"));
        }
        if (namesDocument || Parameters.has(operation, "checkpoint")) {
            responses.addAPIResponse("410", Problems.reference("410"));
        }
        if (path.endsWith(DOCUMENT)) {
            responses.addAPIResponse(
                    "301",
                    described("The document has another slug now.").addHeader("Location", header("Its address.")));
        }
        if (operation.getRequestBody() != null) {
            responses.addAPIResponse("415", Problems.reference("415"));
        }
        var answer = responses.getAPIResponse("200");
        if (PRIVATE.contains(path)) {
            answer.addHeader("Cache-Control", header("`no-store`: what people look up is kept nowhere."));
        } else {
            responses.addAPIResponse("304", described("Unchanged since the validator that the request names."));
            answer.addHeader("ETag", header("Strong validator of this representation."))
                    .addHeader("Last-Modified", header("When anything shown here last changed."))
                    .addHeader(
                            "Surrogate-Key",
                            header(
                                    "Keys of every document and list shown here, for caches to purge by; `Cache-Tag` where the server is set so."));
        }
        if (!path.contains("problems")) {
            answer.addHeader("Link", header("The links of the body (RFC 8288), as far as they are short."));
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

    /** The reference to the schema of the documents that an operation answers with. */
    private String document(Operation operation) {
        var data =
                Objects.requireNonNull(schemas.named(body(operation).getSchema().getRef())
                        .getProperties()
                        .get("data"));
        return Objects.requireNonNull(
                data.getItems() == null ? data.getRef() : data.getItems().getRef());
    }

    private static boolean isJson(Operation operation) {
        return operation.getResponses().getAPIResponse("200").getContent().hasMediaType(JSON);
    }

    private static MediaType body(Operation operation) {
        return operation.getResponses().getAPIResponse("200").getContent().getMediaType(JSON);
    }
}
