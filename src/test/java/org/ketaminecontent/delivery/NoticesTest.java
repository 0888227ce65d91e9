package org.ketaminecontent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;

/** The notices come with every answer: in full with each document, in brief where they would be most of the answer. */
@ApiTest
class NoticesTest {

    private static final String SUGGESTION = "/v1/suggest?q=high+bl&limit=1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/topics?limit=1",
                "/v1/references?fields=title&limit=1",
                "/v1/search?q=sleep",
                SUGGESTION,
                "/v1/lookup?code=rxnorm%7C6130"
            })
    void lists_and_small_answers_have_them_in_brief(String address) {
        var meta = Api.read(address).path("meta");

        assertThat(meta.path("disclaimer").asText())
                .contains("not medical advice", "local emergency number", "988")
                .hasSizeLessThan(150);
        assertThat(meta.path("regulatoryNotice").asText())
                .contains("approved for anesthesia only", "off-label")
                .hasSizeLessThan(100);
        assertThat(meta.at("/attribution/text").asText()).contains("CC BY 4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/topics/history", "/v1/sync?limit=1", "/v1/embed-code?url=/topics/history"})
    void other_answers_have_them_in_full(String address) {
        var meta = Api.read(address).path("meta");

        assertThat(meta.path("disclaimer").asText()).contains("does not diagnose, treat or replace advice");
        assertThat(meta.path("regulatoryNotice").asText()).contains("not approved for any mental health condition");
    }

    @Test
    void a_suggestion_has_less_than_half_a_kilobyte_of_them() {
        assertThat(Api.read(SUGGESTION).path("meta").toString()).hasSizeLessThan(512);
    }
}
