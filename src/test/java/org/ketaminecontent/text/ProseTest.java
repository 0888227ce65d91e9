package org.ketaminecontent.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProseTest {

    @ParameterizedTest
    @CsvSource({
        "cat,1",
        "made,1",
        "table,2",
        "water,2",
        "infusion,3",
        "ketamine,3",
        "depression,3",
        "treated,2",
        "walked,1",
        "dissociation,5",
        "the,1",
        "serious,3"
    })
    void syllables_are_counted(String word, int syllables) {
        assertThat(Prose.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void sentences_end_at_their_marks_and_not_in_abbreviations() {
        assertThat(Prose.sentences("It works vs. placebo? Perhaps. \"No!\" He said 0.5 mg."))
                .containsExactly("It works vs placebo?", "Perhaps.", "\"No!", "He said 0.5 mg.");
    }

    @Test
    void the_grade_follows_the_formula() {
        // 60 words of one syllable in 10 sentences: 0.39 * 6 + 11.8 * 1 - 15.59.
        var text = Collections.nCopies(10, "The cat sat on the mat.");

        assertThat(Prose.grade(text)).isCloseTo(-1.4, within(0.1));
    }

    @Test
    void long_words_in_long_sentences_raise_the_grade() {
        var text = List.of("The comprehensive evaluation of individual vulnerabilities necessitates interdisciplinary"
                .concat(" administration of psychological interventions ")
                .repeat(8));

        assertThat(Prose.grade(text)).isGreaterThan(20.0);
    }

    @Test
    void too_little_text_has_no_grade() {
        assertThat(Prose.grade(List.of("A few words only."))).isNull();
    }
}
