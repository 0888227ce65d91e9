package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.builder.ResponseBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.Api;

/** Proves that the check of every tested answer can fail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResponsesAreCheckedTest {

    @Test
    void a_good_answer_passes() {
        assertThatCode(() -> answered(200, "application/json", body -> {}).get("/v1/topics"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_type_is_rejected() {
        rejected(topic -> topic.put("position", "first"));
    }

    @Test
    void null_is_rejected_where_it_is_not_allowed() {
        rejected(topic -> topic.putNull("title"));
    }

    @Test
    void a_missing_field_is_rejected() {
        rejected(topic -> topic.remove("slug"));
    }

    @Test
    void an_unknown_enum_value_is_rejected() {
        rejected(topic -> topic.put("theme", "gossip"));
    }

    @Test
    void an_instant_that_is_none_is_rejected() {
        rejected(topic -> topic.put("updatedAt", "yesterday"));
    }

    @Test
    void a_field_that_is_not_described_is_rejected() {
        rejected(topic -> topic.put("secret", 1));
    }

    @Test
    void a_status_that_is_not_described_is_rejected() {
        assertThatThrownBy(() -> answered(418, "application/json", body -> {}).get("/v1/topics"))
                .hasMessageContaining("418");
    }

    @Test
    void a_media_type_that_is_not_described_is_rejected() {
        assertThatThrownBy(() -> answered(200, "text/html", body -> {}).get("/v1/topics"))
                .hasMessageContaining("text/html");
    }

    private static void rejected(Consumer<ObjectNode> spoiling) {
        assertThatThrownBy(() -> answered(200, "application/json", spoiling).get("/v1/topics"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/data/0");
    }

    /** A request that gets a good list of one topic, spoilt, instead of an answer from a server. */
    private static RequestSpecification answered(int status, String type, Consumer<ObjectNode> spoiling) {
        var page = page();
        spoiling.accept((ObjectNode) page.at("/data/0"));
        return Api.given()
                .filter((request, response, context) -> new ResponseBuilder()
                        .setStatusCode(status)
                        .setContentType(type)
                        .setBody(page.toString())
                        .build());
    }

    private static JsonNode page() {
        try (var file = ResponsesAreCheckedTest.class.getResourceAsStream("topic-page.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
