package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.Json;

/** What completes what a reader is writing. */
@ApiTest
class SuggestTest {

    @ParameterizedTest
    @CsvSource({
        "dissoc, dissociation",
        "can%20i%20dr, can-i-drive",
        "ptsd, ptsd",
        "high%20bl, raised-blood-pressure",
        "fibromyalga, fibromyalgia",
        "spravat, esketamine"
    })
    void a_beginning_leads_to_a_document(String beginning, String slug) {
        assertThat(Json.texts(Api.read("/v1/suggest?q=" + beginning), "data.slug"))
                .contains(slug);
    }

    @Test
    void the_name_that_fits_is_what_is_shown() {
        var suggestion = Json.children(Api.read("/v1/suggest?q=high%20bl").path("data"))
                .filter(each -> each.path("slug").asText().equals("raised-blood-pressure"))
                .findFirst()
                .orElseThrow();

        assertThat(suggestion.path("text").asText()).isEqualToIgnoringCase("high blood pressure");
        assertThat(suggestion.path("links"))
                .isEqualTo(Api.read("/v1/side-effects/raised-blood-pressure").at("/data/links"));
    }

    @Test
    void no_more_come_than_are_asked_for() {
        assertThat(Api.read("/v1/suggest?q=ket&limit=3").path("data")).hasSize(3);
    }

    @Test
    void who_may_be_in_danger_is_told_whom_to_call() {
        assertThat(Json.texts(Api.read("/v1/suggest?q=i%20want%20to%20die"), "crisis.contacts.call"))
                .contains("988");
        var answer = Api.read("/v1/suggest?q=i%20want%20to%20die");
        assertThat(answer.at("/meta/crisis/contacts")).isEqualTo(answer.at("/crisis/contacts"));
        assertThat(Api.read("/v1/suggest?q=diet").path("crisis").isNull()).isTrue();
        // Nothing goes on from these words, and nobody guesses at them.
        assertThat(Api.read("/v1/suggest?q=suicde%20depresion").path("data")).isEmpty();
        assertThat(Api.read("/v1/suggest?q=depresion").path("data")).isNotEmpty();
    }
}
