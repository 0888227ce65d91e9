package org.ketaminecontent.description;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Leaves answers open: they may gain fields and values. Generators of clients follow this only where each schema says so:
 * objects with {@code additionalProperties}, and values of enums as texts whose known values are named. Parameters and
 * bodies that are sent stay closed.
 */
final class OpenAnswers {

    private static final String PREFIX = "#/components/schemas/";

    /** As Zalando's guidelines and several generators have it. */
    private static final String EXTENSIBLE = "x-extensible-enum";

    private final Map<String, Schema> enums = new TreeMap<>();
    private final Map<String, Schema> schemas;

    private OpenAnswers(OpenAPI api) {
        schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            if (isEnum(schema)) {
                enums.put(name, schema);
            }
        });
    }

    static void open(OpenAPI api) {
        var answers = new OpenAnswers(api);
        var sent = answers.sent(api);
        answers.schemas.forEach((name, schema) -> {
            if (!sent.contains(name) && !answers.enums.containsKey(name)) {
                SchemaVisitor.visit(schema, answers::open);
            }
        });
    }

    /** The names of what stands in bodies of requests, and in what stands there. */
    private Set<String> sent(OpenAPI api) {
        var sent = new TreeSet<String>();
        SchemaVisitor.ofBodies(api, schema -> addTo(sent, schema));
        return sent;
    }

    private void addTo(Set<String> sent, Schema schema) {
        SchemaVisitor.visit(schema, each -> {
            var name = name(each);
            if (name != null && schemas.containsKey(name) && sent.add(name)) {
                addTo(sent, Objects.requireNonNull(schemas.get(name)));
            }
        });
    }

    private void open(Schema schema) {
        var options = Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of());
        var chosen = options.stream().filter(this::namesEnum).findFirst();
        if (namesEnum(schema)) {
            text(schema, Objects.requireNonNull(enums.get(Objects.requireNonNull(name(schema)))), false);
            schema.setRef(null);
        } else if (chosen.isPresent()) {
            text(schema, Objects.requireNonNull(enums.get(Objects.requireNonNull(name(chosen.get())))), true);
            schema.setAnyOf(null);
        } else if (isEnum(schema)) {
            var values = List.copyOf(schema.getEnumeration());
            schema.setEnumeration(null);
            name(schema, values);
        } else if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
        }
    }

    private static void text(Schema schema, Schema values, boolean isNullable) {
        schema.setType(
                isNullable
                        ? List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL)
                        : List.of(Schema.SchemaType.STRING));
        name(schema, values.getEnumeration());
    }

    /** Names the values that are known; others may come. */
    static void name(Schema schema, List<Object> values) {
        var known = values.stream().filter(Objects::nonNull).toList();
        schema.addExtension(EXTENSIBLE, known);
        var names = known.stream().map(String::valueOf).collect(Collectors.joining("`, `"));
        var before = schema.getDescription() == null ? "" : schema.getDescription() + " ";
        schema.setDescription(before + "Known values: `" + names + "`; there may be more one day.");
    }

    private boolean namesEnum(Schema schema) {
        var name = name(schema);
        return name != null && enums.containsKey(name);
    }

    private static boolean isEnum(Schema schema) {
        return schema.getEnumeration() != null && !schema.getEnumeration().isEmpty();
    }

    private static @Nullable String name(Schema schema) {
        var reference = schema.getRef();
        return reference == null || !reference.startsWith(PREFIX) ? null : reference.substring(PREFIX.length());
    }
}
