package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code /v1} only grows: what was released is kept, and nothing new is demanded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StabilityTest {

    private static final String LIST = "/paths/~1v1~1topics/get";

    @Test
    void what_was_released_is_kept() {
        assertThat(Breaks.between(released(), read(new ObjectMapper(), "openapi/openapi.json")))
                .as("changes that break clients of openapi/released/v1.yaml")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("growth")
    void growth_breaks_nothing(Consumer<JsonNode> change) {
        assertThat(breaksOf(change)).isEmpty();
    }

    static Stream<Named<Consumer<JsonNode>>> growth() {
        return Stream.of(
                change(
                        "a new field",
                        api -> object(api, "/components/schemas/Topic/properties")
                                .putObject("mood")
                                .put("type", "string")),
                change(
                        "a new operation",
                        api -> object(api, "/paths")
                                .set("/v1/moods", api.at("/paths/~1v1~1topics").deepCopy())),
                change(
                        "a new parameter",
                        api -> ((ArrayNode) api.at(LIST + "/parameters"))
                                .addObject()
                                .put("name", "mood")
                                .put("in", "query")
                                .putObject("schema")
                                .put("type", "string")),
                change("other words", api -> object(api, LIST).put("description", "Other words.")),
                change(
                        "a higher limit",
                        api -> object(parameter(api, "limit"), "/schema").put("maximum", 200)));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void a_break_is_found(Consumer<JsonNode> change) {
        assertThat(breaksOf(change)).isNotEmpty();
    }

    static Stream<Named<Consumer<JsonNode>>> breaks() {
        return Stream.of(
                change("an address is gone", api -> object(api, "/paths").remove("/v1/topics")),
                change(
                        "a field is gone",
                        api -> object(api, "/components/schemas/Topic/properties")
                                .remove("title")),
                change(
                        "a field of a part is gone",
                        api -> object(api, "/components/schemas/Related/properties")
                                .remove("title")),
                change(
                        "a field has another type",
                        api -> object(api, "/components/schemas/Topic/properties/position")
                                .put("type", "string")),
                change(
                        "a field can be null",
                        api -> object(api, "/components/schemas/Topic/properties/title")
                                .putArray("type")
                                .add("string")
                                .add("null")),
                change(
                        "a field can be missing",
                        api -> ((ArrayNode) api.at("/components/schemas/Topic/required")).remove(0)),
                change(
                        "an enum value is gone",
                        api -> ((ArrayNode) api.at("/components/schemas/Theme/enum")).remove(0)),
                change("a parameter is gone", api -> ((ArrayNode) api.at(LIST + "/parameters")).remove(0)),
                change(
                        "a sort key is gone",
                        api -> ((ArrayNode) parameter(api, "sort").at("/schema/items/enum")).remove(0)),
                change("a parameter is demanded", api -> ((ObjectNode) parameter(api, "theme")).put("required", true)),
                change(
                        "a new parameter is demanded",
                        api -> ((ArrayNode) api.at(LIST + "/parameters"))
                                .addObject()
                                .put("name", "mood")
                                .put("in", "query")
                                .put("required", true)
                                .putObject("schema")
                                .put("type", "string")),
                change(
                        "a lower limit",
                        api -> object(parameter(api, "limit"), "/schema").put("maximum", 50)),
                change("an operation has another name", api -> object(api, LIST).put("operationId", "findTopics")),
                change(
                        "an answer is gone",
                        api -> object(api, LIST + "/responses").remove("200")),
                change(
                        "a key is demanded",
                        api -> ((ObjectNode) api)
                                .putArray("security")
                                .addObject()
                                .putArray("key")));
    }

    private static Iterable<String> breaksOf(Consumer<JsonNode> change) {
        var changed = released();
        change.accept(changed);
        return Breaks.between(released(), changed);
    }

    private static Named<Consumer<JsonNode>> change(String name, Consumer<JsonNode> change) {
        return Named.of(name, change);
    }

    private static ObjectNode object(JsonNode node, String pointer) {
        return (ObjectNode) node.at(pointer);
    }

    private static JsonNode parameter(JsonNode api, String name) {
        return StreamSupport.stream(api.at(LIST + "/parameters").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode released() {
        return read(new YAMLMapper(), "openapi/released/v1.yaml");
    }

    private static JsonNode read(ObjectMapper mapper, String file) {
        try {
            return mapper.readTree(Path.of(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
