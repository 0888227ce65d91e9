package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody begins to write is one word: an ordinary one shows no number, and one that says it all does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SingleWordTest {

    private static final DangerRecognition RECOGNITION = new DangerRecognition();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the",
                "and",
                "them",
                "already",
                "enough",
                "golf",
                "staffing",
                "404",
                "tomato",
                "bushes",
                "casino",
                "passenger",
                "drawing",
                "drafting",
                "grading",
                "coaching",
                "automate",
                "executive",
                "consume",
                "kendall",
                "existed",
                "harder",
                "underestimate",
                "legitimate",
                "dashes",
                "meshes",
                "abusive",
                "whenever",
                "overview",
                "world",
                "integration coaching",
                "lighting",
                "parking",
                "billing code F33.2",
                "seguro",
                "precio",
                "cita"
            })
    void an_ordinary_word_shows_no_number(String word) {
        assertThat(RECOGNITION.in(word)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "suicide",
                "suicidal",
                "sucidal",
                "overdose",
                "ovrdose",
                "unalive",
                "unaliving",
                "kms",
                "kys",
                "noose",
                "die",
                "dying",
                "lethal",
                "worthless",
                "seizure",
                "unconscious",
                "killmyself",
                "wanttodie",
                "wontwakeup",
                "911",
                "suicidio",
                "suicidarme",
                "sobredosis",
                "quieromorir",
                "desangrando"
            })
    void a_word_that_says_it_all_shows_one(String word) {
        assertThat(RECOGNITION.in(word)).isPresent();
    }
}
