package org.ketaminecontent.description;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Document;

/** Makes the schemas say what Java's types do not: what is always there, what may be null, and a name to read. */
class Schemas {

    /** The meanings of the fields that every document has. */
    private static final Map<String, String> COMMON_FIELDS = Map.ofEntries(
            entry("id", "Names the document for life."),
            entry("type", "The collection it is in."),
            entry("slug", "Names the document in addresses. It can change; the former one then leads to the new one."),
            entry("locale", "BCP 47 tag of the language it is written in."),
            entry("version", "Counts how often it was published."),
            entry("publishedAt", "When it was first published."),
            entry("updatedAt", "When this version was published."),
            entry(
                    "expiresAt",
                    "When the document will be withdrawn: do not show it from then on, even without a network. Null if no"
                            + " time is set."));

    /** Fields that are left out where there is nothing to say. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "ProblemDetail", Set.of("parameter", "header", "pointer"),
            "SearchRequest", Set.of("types", "theme", "facets", "limit", "cursor"));

    /** The schemas of links to documents of any collection. */
    private static final Set<String> NAMES_COLLECTION = Set.of(
            "CollectionSummary", "LookupHit", "Related", "SearchHit", "SearchTriedPlace", "Suggestion", "Tombstone");

    /** Types of Java's that are but a text in some format. */
    private static final Map<String, String> FORMATS =
            Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");

    private static final Pattern GENERIC = Pattern.compile("(Answer|Page)(.+)Document");
    private static final String PREFIX = "#/components/schemas/";

    private static final String JSON = PREFIX + "JsonNode";

    private static final String SYNC_ITEM = "SyncItem";

    private final OpenAPI api;
    private final Map<String, Schema> schemas;

    Schemas(OpenAPI api) {
        this.api = api;
        schemas = new TreeMap<>(api.getComponents().getSchemas());
    }

    static Schema reference(String name) {
        return OASFactory.createSchema().ref(PREFIX + name);
    }

    /** The schema that a reference leads to. */
    Schema named(@Nullable String reference) {
        var name = name(Objects.requireNonNull(reference));
        return Objects.requireNonNull(schemas.get(name), name);
    }

    /** The name in a reference. */
    static String name(String reference) {
        return reference.substring(PREFIX.length());
    }

    /** Leaves out what Java needs and JSON does not. */
    void tidy() {
        FORMATS.keySet().forEach(schemas::remove);
        api.getComponents().setSchemas(schemas);
        SchemaVisitor.of(api, Schemas::simplify);
    }

    /** Keeps the schemas that an operation needs. */
    void prune() {
        var needed = new TreeSet<String>();
        var waiting = new ArrayDeque<Schema>();
        SchemaVisitor.ofOperations(api, waiting::add);
        if (api.getComponents().getResponses() != null) {
            waiting.add(reference("Problem"));
        }
        while (!waiting.isEmpty()) {
            SchemaVisitor.visit(waiting.remove(), schema -> {
                if (schema.getRef() != null && needed.add(schema.getRef().substring(PREFIX.length()))) {
                    waiting.add(named(schema.getRef()));
                }
            });
        }
        schemas.keySet().retainAll(needed);
        api.getComponents().setSchemas(schemas);
    }

    void complete(DescribedTypes types) {
        schemas.put("Included", included(types));
        schemas.put(DescribedTypes.SEARCH_NAME, types.nameSchema());
        schemas.put(DescribedTypes.SYNC_NAME, types.nameSchema());
        nameCollections(schemas.get("SearchRequest"));
        schemas.computeIfPresent(SYNC_ITEM, (name, described) -> syncItem());
        schemas.forEach((name, schema) -> {
            requireFields(name, schema);
            if (isDocument(schema)) {
                schema.getProperties().forEach((field, property) -> {
                    if (COMMON_FIELDS.containsKey(field)) {
                        property.setDescription(COMMON_FIELDS.get(field));
                    }
                });
            }
        });
        tidy();
    }

    /**
     * Gives each document its own {@code type}, so that clients tell documents of a union apart.
     */
    void fixTypes(DescribedTypes types) {
        var any = List.copyOf(types.nameSchema().getEnumeration());
        schemas.forEach((name, schema) -> {
            var type = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get("type");
            if (type == null) {
                return;
            }
            var own = types.collectionOf(name);
            if (isDocument(schema) && own.isPresent()) {
                type.setConstValue(own.get());
            } else if (NAMES_COLLECTION.contains(name)) {
                OpenAnswers.name(type, any);
            }
        });
        var tombstone = schemas.get("Tombstone");
        if (tombstone != null) {
            Objects.requireNonNull(tombstone.getProperties().get("deleted")).setConstValue(true);
        }
    }

    /** Names such as {@code TopicAnswer} in place of those of generic types. */
    void rename() {
        SchemaVisitor.of(api, schema -> {
            if (schema.getRef() != null) {
                schema.setRef(PREFIX + readable(schema.getRef().substring(PREFIX.length())));
            }
        });
        var renamed = new TreeMap<String, Schema>();
        schemas.forEach((name, schema) -> renamed.put(readable(name), schema));
        api.getComponents().setSchemas(renamed);
    }

    private static String readable(String name) {
        return GENERIC.matcher(name).replaceFirst("$2$1");
    }

    /** A declared field is always there; only those that {@code fields} can trim may be missing. */
    private static void requireFields(String name, Schema schema) {
        if (schema.getProperties() == null || name.equals("Included")) {
            return;
        }
        var optional = OPTIONAL.getOrDefault(name, Set.of());
        schema.setRequired(schema.getProperties().keySet().stream()
                .filter(field -> !isDocument(schema) || Document.IDENTITY.contains(field))
                .filter(field -> !optional.contains(field))
                .toList());
    }

    private static boolean isDocument(Schema schema) {
        return schema.getProperties() != null && schema.getProperties().keySet().containsAll(Document.IDENTITY);
    }

    /** The collections to search. */
    private static void nameCollections(@Nullable Schema request) {
        if (request != null) {
            Objects.requireNonNull(request.getProperties().get("types"))
                    .setItems(reference(DescribedTypes.SEARCH_NAME));
        }
    }

    private Schema included(DescribedTypes types) {
        var schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "The documents asked for by `include`, each once, by the name of the field that leads to them.");
        var names = new TreeSet<String>();
        schemas.values().stream()
                .filter(Schemas::isDocument)
                .forEach(document -> names.addAll(document.getProperties().keySet()));
        names.forEach(name -> types.ofField(name)
                .ifPresent(type -> schema.addProperty(
                        name,
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(reference(type.schemaName())))));
        return schema;
    }

    /** A document of any kind, or what is left of one. */
    private Schema syncItem() {
        var schema = OASFactory.createSchema()
                .description(
                        "A document, whole, with its relations; or, where `deleted` is true, what is left of one.");
        schemas.forEach((name, each) -> {
            if (isDocument(each)) {
                schema.addAnyOf(reference(name));
            }
        });
        return schema.addAnyOf(reference("Tombstone"));
    }

    /** Beside what a reference says, the type is said twice; and a text in some format needs no reference. */
    private static void simplify(Schema schema) {
        var options = Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of());
        options.stream()
                .filter(option -> option.getRef() != null)
                .map(option -> FORMATS.get(option.getRef().substring(PREFIX.length())))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(format -> schema.anyOf(null)
                        .type(List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL))
                        .format(format));
        if (schema.getAnyOf() != null) {
            schema.setType(null);
        }
        if (JSON.equals(schema.getRef())) {
            schema.ref(null).type(List.of(Schema.SchemaType.OBJECT));
        }
        if (schema.getRef() != null) {
            var format = FORMATS.get(schema.getRef().substring(PREFIX.length()));
            schema.setType(null);
            if (format != null) {
                schema.ref(null).addType(Schema.SchemaType.STRING).format(format);
            }
        }
    }
}
