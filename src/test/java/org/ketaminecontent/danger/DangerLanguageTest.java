package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The language files are what they say: enough examples, patterns that find danger and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DangerLanguageTest {

    private static final List<DangerLanguage> LANGUAGES = DangerLanguage.all();
    private static final int LEAST_EXAMPLES = 1500;
    private static final int LEAST_IN_A_LANGUAGE = 500;

    @Test
    void there_are_enough_examples_of_both_sorts() {
        assertThat(LANGUAGES.get(0)).satisfies(english -> assertExamples(english, LEAST_EXAMPLES));
        assertThat(LANGUAGES).allSatisfy(language -> assertExamples(language, LEAST_IN_A_LANGUAGE));
    }

    private static void assertExamples(DangerLanguage language, int least) {
        assertThat(language.examples().danger().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isGreaterThanOrEqualTo(least);
        assertThat(language.examples().harmless()).hasSizeGreaterThanOrEqualTo(least);
    }

    @Test
    void no_example_is_both_danger_and_harmless_or_of_two_kinds() {
        Map<List<String>, String> sorts = new HashMap<>();
        var twice = new ArrayList<String>();
        for (var example : DangerTraining.examples(LANGUAGES)) {
            var before = sorts.put(WrittenWords.of(example.text()), example.outcome());
            if (before != null && !before.equals(example.outcome())) {
                twice.add(example.text() + ": " + before + " and " + example.outcome());
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void every_pattern_finds_an_example_of_danger() {
        var reader = new DangerReader(LANGUAGES, DangerTraining.examples(LANGUAGES));
        for (var language : LANGUAGES) {
            var examples = language.examples().danger().values().stream()
                    .flatMap(List::stream)
                    .map(text -> text(reader, text))
                    .toList();
            assertThat(language.certain().values().stream().flatMap(List::stream))
                    .allSatisfy(written -> {
                        var pattern = PhrasePattern.of(written, language.lists());
                        assertThat(examples).as(written).anyMatch(pattern::isIn);
                    });
        }
    }

    @Test
    void no_pattern_finds_danger_in_a_harmless_example() {
        var patterns = new DangerPatterns(LANGUAGES);
        var reader = new DangerReader(LANGUAGES, DangerTraining.examples(LANGUAGES));
        assertThat(LANGUAGES.stream().flatMap(language -> language.examples().harmless().stream()))
                .filteredOn(text -> patterns.find(reader.read(text)).isPresent())
                .isEmpty();
    }

    @Test
    void every_pattern_that_finds_something_is_among_those_that_are_tried() {
        var reader = new DangerReader(LANGUAGES, DangerTraining.examples(LANGUAGES));
        var patterns = LANGUAGES.stream().flatMap(DangerLanguageTest::patterns).toList();
        var tried = new PhrasePatterns(patterns.stream());
        for (var example : DangerTraining.examples(LANGUAGES)) {
            var words = reader.read(example.text());
            var text = " " + String.join(" ", words) + " ";
            assertThat(tried.possible(words))
                    .as(example.text())
                    .containsAll(
                            patterns.stream().filter(each -> each.isIn(text)).toList());
        }
    }

    private static Stream<PhrasePattern> patterns(DangerLanguage language) {
        return Stream.concat(
                        language.harmless().stream(),
                        language.certain().values().stream().flatMap(List::stream))
                .map(each -> PhrasePattern.of(each, language.lists()));
    }

    @Test
    void a_pattern_says_with_which_words_it_can_begin() {
        var lists = Map.of("kin", List.of("my son", "daughter*"));
        assertThat(beginning("^(he | <kin>)? (is | was going)? asleep", lists))
                .containsExactlyInAnyOrder("he", "my", "daughter*", "is", "was", "asleep");
        assertThat(beginning("(a | .. b)? c", lists)).containsExactlyInAnyOrder("a", "*", "b", "c");
    }

    private static Set<String> beginning(String pattern, Map<String, List<String>> lists) {
        return PhrasePattern.of(pattern, lists).beginning().words();
    }

    @Test
    void words_are_read_as_they_were_meant() {
        assertThat(WrittenWords.of("I\u2019m going to K1LL my-self!!!"))
                .containsExactly("im", "going", "to", "kill", "my", "self");
        assertThat(WrittenWords.of("s.u.i.c.i.d.e")).containsExactly("suicide");
        assertThat(WrittenWords.of("dieeeee")).containsExactly("die");
        assertThat(WrittenWords.of("0.5 mg, 40mg, 3pm")).containsExactly("#", "#", "mg", "40mg", "3pm");
        assertThat(WrittenWords.of("Adi\u00f3s, ni\u00f1o")).containsExactly("adios", "nino");
    }

    @Test
    void a_pattern_that_cannot_be_read_says_where() {
        assertThatThrownBy(() -> PhrasePattern.of("want to {die}", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'{'");
        assertThatThrownBy(() -> PhrasePattern.of("<me> die", Map.of())).hasMessageContaining("'me'");
    }

    private static String text(DangerReader reader, String written) {
        return " " + String.join(" ", reader.read(written)) + " ";
    }
}
