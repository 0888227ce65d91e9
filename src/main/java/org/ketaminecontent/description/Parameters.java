package org.ketaminecontent.description;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.ketaminecontent.content.Document;

/** Says of the parameters what the annotations cannot. */
final class Parameters {

    private static final Set<String> COMMA_SEPARATED = Set.of("include", "fields", "sort");

    private Parameters() {}

    static List<Parameter> of(Operation operation) {
        return operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
    }

    static boolean has(Operation operation, String name) {
        return of(operation).stream().anyMatch(each -> name.equals(each.getName()));
    }

    /** The annotations state the limits of a list's items on the list itself; and lists that take commas are not repeated. */
    static void constrainItems(Operation operation) {
        for (var parameter : of(operation)) {
            var schema = parameter.getSchema();
            if (schema != null && schema.getItems() != null && schema.getItems().getRef() == null) {
                var items = schema.getItems();
                items.pattern(schema.getPattern()).maxLength(schema.getMaxLength());
                items.minimum(schema.getMinimum()).maximum(schema.getMaximum());
                if (schema.getEnumeration() != null) {
                    setNames(items, schema.getEnumeration());
                }
                schema.pattern(null).maxLength(null).minimum(null).maximum(null).enumeration(null);
            }
            if (COMMA_SEPARATED.contains(parameter.getName())) {
                parameter.style(Parameter.Style.FORM).explode(false);
            }
        }
    }

    /** Fills in what {@code fields} and {@code include} may name: it follows from the document's own schema. */
    static void narrow(Operation operation, Schema document) {
        var fields = document.getProperties().keySet();
        for (var parameter : of(operation)) {
            if ("fields".equals(parameter.getName())) {
                setItems(
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
                    setItems(parameter, names);
                }
            }
        }
    }

    private static void setItems(Parameter parameter, List<String> names) {
        var items = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        setNames(items, names);
        parameter.setSchema(
                OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(items));
    }

    /** Generators make constants of them: left alone, they would call them {@code Minustitle}, or {@code name}, which Kotlin forbids. */
    private static void setNames(Schema items, Collection<?> names) {
        items.enumeration(List.copyOf(names));
        items.addExtension(
                "x-enum-varnames",
                names.stream().map(name -> constant(String.valueOf(name))).toList());
    }

    private static String constant(String name) {
        var constant =
                name.replace("-", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        return name.startsWith("-") ? constant + "_DESCENDING" : constant;
    }
}
