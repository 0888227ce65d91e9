package org.ketaminecontent.description;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.http.QueryParameter;
import org.ketaminecontent.text.Slug;

/** Says of the parameters what the annotations cannot. */
final class Parameters {

    private static final String LIST = " A list, with commas or by repetition.";

    private static final Set<String> COMMA_SEPARATED = Set.of("include", "fields", "sort", "types", "facets");
    private static final int SLUG_LENGTH = 80;

    /** A code system, a bar, and a code. */
    private static final String CODE = "^[^|]{1,150}\\|[^|]{1,40}$";

    private static final int CODE_LENGTH = 200;

    private Parameters() {}

    static List<Parameter> of(Operation operation) {
        return operation.getParameters() == null ? List.of() : List.copyOf(operation.getParameters());
    }

    /** The parameter that every address of delivery takes. */
    static Parameter atLeast() {
        return OASFactory.createParameter()
                .name(QueryParameter.AT_LEAST.name())
                .in(Parameter.In.QUERY)
                .description(
                        "A content version, as webhooks and `meta.contentVersion` name it. The answer is made of nothing"
                                + " older: a server that has not heard of it yet waits for up to two seconds and then answers 503"
                                + " with `Retry-After`.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.INTEGER)
                        .format("int64")
                        .minimum(BigDecimal.ZERO)
                        .maximum(BigDecimal.valueOf(Integer.MAX_VALUE)));
    }

    static boolean has(Operation operation, String name) {
        return of(operation).stream().anyMatch(each -> name.equals(each.getName()));
    }

    /** The collections that {@code types} may name are those that there are. */
    static void nameCollections(Operation operation, String schemaName) {
        of(operation).stream()
                .filter(parameter -> "types".equals(parameter.getName()))
                .forEach(parameter -> parameter.getSchema().setItems(Schemas.reference(schemaName)));
    }

    /** The annotations state the limits of a list's items on the list itself. Both ways to write a list are taken everywhere. */
    static void constrainItems(Operation operation, DescribedTypes types) {
        for (var parameter : of(operation)) {
            var schema = parameter.getSchema();
            if (schema != null && schema.getItems() != null && schema.getItems().getRef() == null) {
                var items = schema.getItems();
                items.description(schema.getDescription());
                items.pattern(schema.getPattern()).maxLength(schema.getMaxLength());
                items.minimum(schema.getMinimum()).maximum(schema.getMaximum());
                constrain(parameter.getName(), items, types);
                schema.description(null)
                        .pattern(null)
                        .maxLength(null)
                        .minimum(null)
                        .maximum(null);
            }
            if (schema != null && schema.getItems() != null) {
                parameter.description(parameter.getDescription() + LIST);
                // What generators are to write; the other way is taken as well.
                parameter.style(Parameter.Style.FORM).explode(!COMMA_SEPARATED.contains(parameter.getName()));
            }
        }
    }

    /** Constrains filters that many lists have, the same in each. */
    private static void constrain(String name, Schema items, DescribedTypes types) {
        if (types.isDocument(name)) {
            items.pattern("^" + Slug.SYNTAX + "$").maxLength(SLUG_LENGTH);
            items.description("a slug of lower-case letters, digits and single hyphens is allowed.");
        }
        if (name.equals("code")) {
            items.pattern(CODE).maxLength(CODE_LENGTH);
            items.description("a code system, a bar and a code are allowed, such as icd-10-cm|F33.2.");
        }
    }

    /** Fills in what {@code sort}, {@code fields} and {@code include} may name: it follows from the document's own schema. */
    static void narrow(Operation operation, Schema document, ContentType<?, ?> type, DescribedTypes types) {
        var fields = document.getProperties().keySet();
        for (var parameter : of(operation)) {
            if ("fields".equals(parameter.getName())) {
                // Those that are always there may be named too: generated clients list all that they read.
                setItems(parameter, List.copyOf(fields));
            }
            if ("sort".equals(parameter.getName())) {
                setItems(
                        parameter,
                        type.sortKeyNames().stream()
                                .flatMap(name -> Stream.of(name, "-" + name))
                                .toList());
            }
            if ("include".equals(parameter.getName())) {
                var names = fields.stream()
                        .filter(field -> types.ofField(field).isPresent())
                        .sorted()
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
