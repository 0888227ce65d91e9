package org.ketaminecontent.description;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.IndexView;

/**
 * Completes the description in OpenAPI 3.0, for generators that read nothing later. SmallRye writes each schema in that
 * version's words, but leaves the type out beside {@code nullable}, where OpenAPI 3.0.3 requires one.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, documentNames = "openapi30")
public class EarlierDescription implements OASFilter {

    private final Description description;

    public EarlierDescription(IndexView code) {
        description = new Description(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        description.filterOpenAPI(api);
        var schemas = new Schemas(api);
        SchemaVisitor.of(api, schema -> {
            addType(schema, schemas);
            listConstant(schema);
        });
    }

    /** A constant is a list of one value there. */
    private static void listConstant(Schema schema) {
        if (schema.getConstValue() != null) {
            schema.enumeration(List.of(schema.getConstValue())).constValue(null);
        }
    }

    /** An object or null: the type of the object is named beside the reference to it. */
    private static void addType(Schema schema, Schemas schemas) {
        var options = Objects.requireNonNullElse(schema.getAnyOf(), List.<Schema>of());
        var references =
                options.stream().filter(option -> option.getRef() != null).toList();
        if (options.size() == 2 && references.size() == 1) {
            var types =
                    new ArrayList<>(schemas.named(references.get(0).getRef()).getType());
            types.add(Schema.SchemaType.NULL);
            schema.anyOf(null).allOf(references).type(types);
        }
    }
}
