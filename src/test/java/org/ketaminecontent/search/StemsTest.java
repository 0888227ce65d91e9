package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ketaminecontent.live.Synonyms;

/** Words of readers and words of the content become the same where they mean the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StemsTest {

    private final SearchLanguage english = new SearchLanguage("en");

    @ParameterizedTest
    @CsvSource({
        "anaesthetic, anesthetic",
        "anaemia, anemia",
        "oedema, edema",
        "diarrhoea, diarrhea",
        "apnoea, apnea",
        "paediatric, pediatric",
        "foetus, fetus",
        "behaviour, behavior",
        "tumours, tumor",
        "depersonalisation, depersonalization",
        "stabiliser, stabilizer",
        "hospitalised, hospitalized",
        "analysed, analyzed",
        "centre, center",
        "counselling, counseling",
        "programme, program",
        "infusions, infusion",
        "dissociating, dissociation",
        "patient's, patients",
        "ketámine, ketamine"
    })
    void both_are_found_by_either(String one, String other) {
        assertThat(english.stems(one)).isEqualTo(english.stems(other));
    }

    @ParameterizedTest
    @CsvSource({"four, for", "hour, or", "ketamine, esketamine", "noise, nose"})
    void words_that_mean_something_else_stay_apart(String one, String other) {
        assertThat(english.stems(one)).isNotEqualTo(english.stems(other));
    }

    @Test
    void spanish_has_stems_of_its_own() {
        var spanish = new SearchLanguage("es");

        assertThat(spanish.stems("depresiones")).isEqualTo(spanish.stems("depresión"));
        assertThat(spanish.isStopWord("para")).isTrue();
    }

    @Test
    void the_longest_phrase_that_is_known_is_one_thing() {
        var thesaurus = new Thesaurus(
                english,
                List.of(
                        new Synonyms(List.of("blood pressure", "hypertension"), List.of(), List.of()),
                        new Synonyms(List.of("high blood pressure"), List.of("heart"), List.of("really"))));

        var concepts = thesaurus.concepts(List.of("my", "high", "blood", "pressures", "drug"), Set.of());

        assertThat(concepts).extracting(Concept::typed).containsExactly("high blood pressures", "drug");
        assertThat(concepts.get(0).groups()).hasSize(1);
        assertThat(concepts.get(1).groups()).isEmpty();
        assertThat(thesaurus.ignores("really")).isTrue();
    }
}
