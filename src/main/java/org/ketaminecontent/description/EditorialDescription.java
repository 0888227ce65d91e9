package org.ketaminecontent.description;

import static java.util.Map.entry;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.ketaminecontent.http.Problem;

/** Completes the description of what editors call: one address for each kind of content, with a body of its type. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = "editorial")
public class EditorialDescription implements OASFilter {

    private static final String COLLECTION = "{collection}";

    /** The operations that answer with 201. */
    private static final Set<String> MAKING =
            Set.of("createDraft", "makeKey", "rotateKey", "previewDraft", "createWebhook", "rotateWebhook");

    /** The operations that answer with 202. */
    private static final Set<String> TAKING =
            Set.of("importPack", "testWebhook", "replayDelivery", "recoverDeliveries");

    /** The schemas of requests in which no member is needed. */
    private static final Set<String> SENT = Set.of(
            "SignOff", "Publishing", "Schedule", "KeyRotation", "PreviewRequest", "WebhookRotation", "WebhookPatch");

    /** The members of single problems, beside those that all of them have. */
    private static final Map<String, String> PROBLEM = new TreeMap<>(Map.of(
            "needed", "The right that it takes; beside `missing-right`.",
            "state", "Where the document is; beside `impossible-step` and `stale-version`.",
            "allowed", "The steps that lead on from there; beside `impossible-step`.",
            "referencedBy", "The documents that point to it; beside `still-referenced`.",
            "changedBy", "Who changed it; beside `stale-version`.",
            "changedAt", "When that was; beside `stale-version`.",
            "changedFields", "What was changed; beside `stale-version`.",
            "currentETag", "The document's ETag now; beside `stale-version`."));

    private static final Set<String> LISTS = Set.of("allowed", "referencedBy", "changedFields");

    private static final Map<String, String> FAILURES = new TreeMap<>(Map.ofEntries(
            entry("400", "The request is not one that this address knows."),
            entry("401", "The key or access token is missing or not valid."),
            entry("403", "Whoever sent it may not do this; `needed` names the right that it takes."),
            entry("404", "There is nothing of this name, or nobody may edit here."),
            entry("409", "The step does not begin where the document is, or something stands in its way."),
            entry("413", "The body is larger than the server takes."),
            entry("415", "The body is in a form that this address does not take."),
            entry("412", "The document is not what it was: `changedBy`, `changedAt` and `changedFields` say how."),
            entry("422", "The body breaks rules; `errors` names each place and rule."),
            entry("428", "The request does not say which version it is meant for."),
            entry("429", "There were too many requests in this time."),
            entry(
                    "503",
                    "The database cannot be reached or cannot do it just now, or others hold what is needed; `Retry-After`"
                            + " says when to try again.")));

    private final DescribedTypes types;
    private final Map<String, Set<String>> omitted;

    public EditorialDescription(IndexView code) {
        types = DescribedTypes.in(code);
        omitted = OmittedMembers.in(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(
                OASFactory.createServer().url("/").description("The server that this description comes from.")));
        api.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A key (`kc_…`), or an access token of the OpenID Connect provider."));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        var schemas = new Schemas(api);
        PROBLEM.forEach((name, description) -> Objects.requireNonNull(
                        api.getComponents().getSchemas().get("Problem"))
                .addProperty(name, member(name, description)));
        schemas.tidy();
        requireFields(api);
        allowUnfinished(api);
        TypedOperations.addSchemas(api, types);
        var paths = OASFactory.createPaths();
        new TreeMap<>(api.getPaths().getPathItems()).forEach((path, item) -> {
            item.getOperations().values().forEach(EditorialDescription::describe);
            item.getOperations().values().forEach(EditorialDescription::addFailures);
            item.getOperations().values().stream()
                    .filter(operation -> MAKING.contains(operation.getOperationId()))
                    .forEach(EditorialDescription::isMade);
            item.getOperations().values().stream()
                    .filter(operation -> TAKING.contains(operation.getOperationId()))
                    .forEach(operation -> move(operation, "202", "Taken in; the work goes on."));
            if (path.contains(COLLECTION)) {
                types.byRank()
                        .forEach(type -> paths.addPathItem(
                                path.replace(COLLECTION, type.collection()),
                                TypedOperations.of(type.schemaName(), item)));
            } else {
                paths.addPathItem(path, item);
            }
        });
        api.setPaths(paths);
        WebhookDescriptions.addTo(api);
        Tags.prune(api);
        new Schemas(api).prune();
        OpenAnswers.open(api);
        new Schemas(api).prune();
    }

    /** Of what is sent, the annotations say what is needed; of what is answered, only what has no value is missing. */
    private void requireFields(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            var optional = new HashSet<>(omitted.getOrDefault(name, Set.of()));
            optional.addAll(name.equals("Problem") ? PROBLEM.keySet() : Set.of());
            if (schema.getProperties() != null
                    && schema.getRequired() == null
                    && !SENT.contains(name)
                    && !name.endsWith("Content")) {
                schema.setRequired(schema.getProperties().keySet().stream()
                        .filter(field -> !optional.contains(field))
                        .toList());
            }
        });
    }

    private static Schema member(String name, String description) {
        var text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        var schema = LISTS.contains(name)
                ? OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(text)
                : text;
        return schema.description(description);
    }

    /** A draft need not be finished: what is needed is asked for when it is submitted. */
    private static void allowUnfinished(OpenAPI api) {
        api.getComponents().getSchemas().forEach((name, schema) -> {
            if (name.endsWith("Content")) {
                schema.setRequired(null);
                schema.getProperties()
                        .values()
                        .forEach(property -> property.minLength(null)
                                .maxLength(null)
                                .minItems(null)
                                .maxItems(null)
                                .minimum(null)
                                .maximum(null)
                                .exclusiveMinimum(null)
                                .pattern(null));
            }
        });
    }

    /** Repeats the summary of an operation that needs no more words. */
    private static void describe(Operation operation) {
        if (operation.getDescription() == null) {
            operation.setDescription(operation.getSummary() + ".");
        }
    }

    private static void isMade(Operation operation) {
        move(operation, "201", "Made.");
    }

    private static void move(Operation operation, String status, String description) {
        var responses = operation.getResponses();
        responses.addAPIResponse(status, responses.getAPIResponse("200").description(description));
        responses.removeAPIResponse("200");
    }

    private static void addFailures(Operation operation) {
        FAILURES.forEach((status, description) -> operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(Schemas.reference("Problem"))))));
    }
}
