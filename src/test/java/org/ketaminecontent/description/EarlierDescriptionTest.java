package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Json;

/** The description in OpenAPI 3.0 says the same as the other one, in words that readers of 3.0 know. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierDescriptionTest {

    private static final JsonNode EARLIER = read("openapi-3.0.json");
    private static final JsonNode PRESENT = read("openapi.json");

    private static JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(Path.of("openapi", file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_parser_of_somebody_elses_finds_no_mistake() {
        var parsed = new OpenAPIV3Parser().readContents(EARLIER.toString());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.0.3");
        assertThat(parsed.getOpenAPI().getPaths().keySet())
                .containsExactlyInAnyOrderElementsOf(Json.names(PRESENT.path("paths")));
    }

    @Test
    void no_schema_has_what_3_0_does_not_know() {
        assertThat(schemas(EARLIER)).isNotEmpty().allSatisfy(schema -> {
            assertThat(schema.path("type").isArray()).isFalse();
            assertThat(schema.has("const") || schema.has("examples")).isFalse();
            assertThat(schema.path("exclusiveMinimum").isNumber()).isFalse();
            assertThat(schema.has("nullable") && !schema.has("type")).isFalse();
            assertThat(schema.has("$ref") && schema.size() > 1).isFalse();
        });
    }

    @Test
    void what_may_be_null_or_missing_is_the_same() {
        assertThat(shape(EARLIER)).isEqualTo(shape(PRESENT)).hasSizeGreaterThan(300);
    }

    /** Of each property of each schema, whether it is required and may be null. */
    private static TreeMap<String, String> shape(JsonNode api) {
        var shape = new TreeMap<String, String>();
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(property -> shape.put(
                                schema.getKey() + "." + property.getKey(),
                                Json.texts(schema.getValue(), "required").contains(property.getKey())
                                        + " "
                                        + mayBeNull(property.getValue()))));
        return shape;
    }

    private static boolean mayBeNull(JsonNode schema) {
        return schema.path("nullable").asBoolean()
                || Json.texts(schema, "type").contains("null")
                || Json.texts(schema, "anyOf.type").contains("null");
    }

    /** Every schema, however deep; examples are none. */
    private static Stream<JsonNode> schemas(JsonNode api) {
        var parts = Stream.of(api.at("/components/schemas"), api.path("paths"));
        return parts.flatMap(EarlierDescriptionTest::inside)
                .filter(each -> each.has("type") || each.has("$ref") || each.has("anyOf") || each.has("allOf"));
    }

    private static Stream<JsonNode> inside(JsonNode node) {
        var children = node.isObject()
                ? node.properties().stream()
                        .filter(each -> !each.getKey().matches("examples?"))
                        .map(each -> each.getValue())
                : Json.children(node);
        return Stream.concat(Stream.of(node), children.flatMap(EarlierDescriptionTest::inside));
    }
}
