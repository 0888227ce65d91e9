package org.ketaminecontent.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BannedPhrasesTest {

    private final BannedPhrases.Phrase praise = new BannedPhrases.Phrase(
            "praise", "No medicine is one.", List.of("\\bmiracles?\\b", "\\bcures?\\b"), "\\bso-called\\b");
    private final BannedPhrases phrases = new BannedPhrases(List.of(praise));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is a miracle.",
                "Ketamine cures depression.",
                "Without doubt, ketamine cures depression.",
                "Without any doubt it is a miracle.",
                "There is no doubt that it cures depression.",
                "It is not just fast: it cures depression.",
                "Not only is it fast, it is a miracle.",
                "Nobody knows why, but it cures depression.",
                "No wonder that people call it a miracle."
            })
    void a_promise_is_found_behind_words_that_deny_nothing(String sentence) {
        assertThat(phrases.in(sentence)).contains(praise);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is not a miracle.",
                "No medicine cures it.",
                "It is not only slow, it is no miracle.",
                "Nobody knows whether it cures depression.",
                "Without proof, one should not call it a cure.",
                "Is it a miracle?",
                "This so-called miracle has side effects.",
                "It eased the pain of some people."
            })
    void a_denial_a_question_and_what_the_phrase_allows_are_not(String sentence) {
        assertThat(phrases.in(sentence)).isEmpty();
    }
}
