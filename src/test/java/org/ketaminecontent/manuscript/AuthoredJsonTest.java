package org.ketaminecontent.manuscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.condition.ConditionContent;
import org.ketaminecontent.crisis.CrisisResourceContent;
import org.ketaminecontent.glossary.GlossaryTermContent;
import org.ketaminecontent.publishing.ContentHash;

/** Bounds come before anything parses; the time limit only ends what would go on for minutes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class AuthoredJsonTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void a_long_text_in_place_of_an_object_is_refused_in_few_words() {
        var content = JSON.objectNode();
        content.putArray("regulatoryStatus").add("x".repeat(80_000));

        var refusal = refusal(content, ConditionContent.class);

        assertThat(refusal.pointer()).isEqualTo("/regulatoryStatus/0");
        assertThat(refusal.reason()).hasSizeLessThan(200).contains("5000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.", "A$", "`", "(", "\\"})
    void a_text_that_is_no_object_is_refused_in_few_words(String part) {
        var content = JSON.objectNode();
        content.putArray("regulatoryStatus").add(part.repeat(5_000 / part.length()));

        var refusal = refusal(content, ConditionContent.class);

        assertThat(refusal.pointer()).isEqualTo("/regulatoryStatus/0");
        assertThat(refusal.reason()).isEqualTo("must be a group of fields");
    }

    @Test
    void lists_are_bounded() {
        var content = JSON.objectNode();
        var list = content.putArray("regulatoryStatus");
        for (int i = 0; i < 80_000; i++) {
            list.add("x");
        }

        assertThat(refusal(content, ConditionContent.class).reason())
                .contains("200 items")
                .contains("80000");
    }

    @Test
    void a_null_in_a_list_is_refused_with_its_place() {
        var refusal = refusal(parse("{\"codes\":[{},null]}"), ConditionContent.class);

        assertThat(refusal.pointer()).isEqualTo("/codes/1");
    }

    @Test
    void depth_is_bounded() {
        var content = JSON.objectNode();
        var inner = content;
        for (int i = 0; i < 10_000; i++) {
            inner = inner.putObject("a");
        }

        assertThat(refusal(content, ConditionContent.class).reason()).contains("nested");
    }

    @Test
    void texts_are_bounded() {
        assertThat(refusal(term().put("body", "a".repeat(20_001))).pointer()).isEqualTo("/body");
        assertThat(refusal(term().put("term", "a".repeat(5_001))).pointer()).isEqualTo("/term");
        assertThat(refusal(JSON.objectNode().put("a".repeat(101), 1)).reason()).contains("name of a field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001",
                "\u001b",
                "\ud800",
                "\udc00",
                "\udc00\ud800",
                "\uffff",
                "\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
            })
    void what_cannot_be_kept_is_refused(String text) {
        assertThat(refusal(term().put("term", "a" + text + "b")).pointer()).isEqualTo("/term");
    }

    @ParameterizedTest
    @CsvSource({
        "1.5,must be a whole number",
        "99999999999,a whole number of nine digits",
        "1e400,must be a number such as",
        "'\"1\"',must be a whole number",
        "[],must be a whole number",
        "true,must be a whole number"
    })
    void numbers_are_not_guessed(String json, String reason) {
        assertThat(refusal(parse("{\"position\":" + json + "}"), ConditionContent.class))
                .satisfies(each -> assertThat(each.pointer()).isEqualTo("/position"))
                .satisfies(each -> assertThat(each.reason()).contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000", "[2026,1,1]", "\"2026-13-45\"", "\"+300000-01-01\"", "\"1969-01-01\"", "\"\""})
    void days_are_those_of_the_calendar(String json) {
        var refusal = refusal(parse("{\"verifiedOn\":" + json + "}"), CrisisResourceContent.class);

        assertThat(refusal.pointer()).isEqualTo("/verifiedOn");
        assertThat(refusal.reason()).startsWith("must be a day such as 2026-01-31");
    }

    @Test
    void pointers_are_escaped() {
        assertThat(refusal(JSON.objectNode().put("a/b~c", 1)).pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    void text_is_kept_in_one_form() throws Exception {
        var written = term().put("term", "\ufeffCafe\u0301").put("body", "One.\r\nTwo.\rThree.");
        var normal = term().put("term", "Caf\u00e9").put("body", "One.\nTwo.\nThree.");

        var read = AuthoredJson.read(written, GlossaryTermContent.class);

        assertThat(ContentHash.of(read))
                .isEqualTo(ContentHash.of(AuthoredJson.read(normal, GlossaryTermContent.class)));
        assertThat(read.body()).isEqualTo("One.\nTwo.\nThree.");
    }

    private static ObjectNode term() {
        return JSON.objectNode()
                .put("term", "Word")
                .put("confirmation", "confirmed")
                .put("body", "A text.");
    }

    private static JsonNode parse(String json) {
        return AuthoredJson.parse(json);
    }

    private static AuthoredJson.Unreadable refusal(JsonNode content) {
        return refusal(content, GlossaryTermContent.class);
    }

    private static AuthoredJson.Unreadable refusal(
            JsonNode content, Class<? extends org.ketaminecontent.content.Content> type) {
        return catchThrowableOfType(AuthoredJson.Unreadable.class, () -> AuthoredJson.read(content, type));
    }
}
