package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** Bodies of editors that are refused, each with its place. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class RefusedBodiesTest {

    @Inject
    Editors editors;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                          | 400 | malformed-body",
                "{                                           | 400 | malformed-body",
                "nonsense                                    | 400 | malformed-body",
                "{\"slug\":1}                                | 422 | invalid-content",
                "{\"slug\":\"A B\",\"content\":{}}           | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":[]}             | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":{\"titel\":1}}  | 422 | invalid-content",
                "{\"slug\":\"x\",\"contents\":{}}            | 422 | invalid-content",
                "{\"slug\":\"x\",\"slug\":\"y\"}             | 400 | malformed-body",
                "{\"slug\":\"x\",\"content\":{\"term\":\"a\\u0000b\"}} | 422 | invalid-content",
                "{\"slug\":\"x\",\"content\":{\"synonyms\":[null]},\"minor\":\"yes\"} | 422 | invalid-content"
            })
    void what_cannot_be_read_is_refused_with_the_place(String body, int status, String code) {
        editors.writer().post("/glossary", body).then().statusCode(status).body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/releases | {\"title\":\"x\",\"publish\":[null]}             | /publish/0",
                "/releases | {\"title\":\"x\",\"publish\":[{}]}               | /publish/0/document",
                "/releases | {\"publish\":[]}                                | /title",
                "/keys     | {\"name\":\"x\",\"scopes\":[\"READ\"]}           | /scopes/0",
                "/keys     | {\"name\":\"x\",\"scopes\":[null]}               | /scopes",
                "/keys     | {\"name\":\"a\\nb\",\"scopes\":[\"read\"]}        | /name"
            })
    void what_steps_are_sent_with_is_checked_too(String path, String body, String pointer) {
        var answer = editors.bootstrap().post(path, body);

        answer.then().statusCode(422).body("code", equalTo("invalid-content"));
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
    }

    @Test
    void what_is_nested_too_deeply_is_refused() {
        var body = "{\"slug\":\"x\",\"content\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        editors.writer().post("/glossary", body).then().statusCode(400).body("code", equalTo("malformed-body"));
    }

    @Test
    void what_is_too_large_is_refused() {
        var body = "{\"slug\":\"x\",\"content\":{\"body\":\"" + "x".repeat(1_100_000) + "\"}}";

        editors.writer().post("/glossary", body).then().statusCode(413).body("code", equalTo("body-too-large"));
    }
}
