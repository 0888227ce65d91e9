package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The language files are what they say: enough examples, patterns that find danger and nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DangerLanguageTest {

    private static final List<DangerLanguage> LANGUAGES = DangerLanguage.all();
    private static final Map<String, String> FILES = DangerLanguage.LANGUAGES.stream()
            .collect(
                    Collectors.toMap(Function.identity(), DangerLanguageTest::file, (one, other) -> one, TreeMap::new));
    private static final int LEAST_EXAMPLES = 7700;
    private static final int LEAST_IN_A_LANGUAGE = 3600;

    private static String file(String language) {
        try (var file = DangerLanguage.class.getResourceAsStream("/content/en/crisis-language/" + language + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_key_that_is_there_twice_is_refused() {
        var files = new HashMap<>(FILES);
        files.put("en", "keyWords: [a]\nkeyWords: [b]\n");
        assertThat(DangerLanguageCheck.findings(files))
                .anySatisfy(
                        finding -> assertThat(finding).startsWith("en.yaml:2: ").contains("Write each key once"));
    }

    /** At its start, the application reads only what stands before the examples. */
    @Test
    void what_stands_after_the_examples_is_refused() {
        var english = withFewExamples(Objects.requireNonNull(FILES.get("en")));
        var files = new HashMap<>(FILES);
        files.put("en", english.replace("\nkeyWords: [", "\nlater: [") + "keyWords: [late]\n");
        assertThat(DangerLanguageCheck.findings(files))
                .anySatisfy(
                        finding -> assertThat(finding).contains("'late' stands after the examples: write them last"));
        assertThat(DangerLanguage.withoutExamples())
                .zipSatisfy(
                        LANGUAGES,
                        (without, whole) -> assertThat(without)
                                .usingRecursiveComparison()
                                .ignoringFields("examples")
                                .isEqualTo(whole));
    }

    @Test
    void a_word_near_to_a_key_word_is_not_taken_for_its_misspelling() {
        var spelling = Spelling.of(LANGUAGES, DangerTraining.examples(LANGUAGES));
        assertThat(spelling.read("sucidal subside overdoze overdone hanginng hunting"))
                .containsExactly("suicidal", "subside", "overdose", "overdone", "hanging", "hunting");
    }

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
    void the_files_have_no_mistakes() {
        assertThat(DangerLanguageCheck.findings(FILES)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_refused_with_its_line_and_what_to_do(String before, String entry, String expected) {
        var english = withFewExamples(Objects.requireNonNull(FILES.get("en")));
        var at = english.indexOf("\n" + before + "\n") + before.length() + 2;
        var files = new HashMap<String, String>();
        FILES.forEach((language, text) -> files.put(language, withFewExamples(text)));
        files.put("en", english.substring(0, at) + entry + "\n" + english.substring(at));
        int line = (int) english.substring(0, at).lines().count() + 1;

        assertThat(DangerLanguageCheck.findings(files))
                .anySatisfy(finding ->
                        assertThat(finding).contains("en.yaml:" + line + ":").contains(expected));
    }

    /** All patterns are tried on all examples, which takes long. */
    private static String withFewExamples(String language) {
        int examples = language.indexOf("\nexamples:");
        var number = new AtomicInteger();
        return language.substring(0, examples)
                + language.substring(examples)
                        .lines()
                        .filter(line -> !line.contains("- ")
                                || number.getAndIncrement() % 50 == 0
                                || line.matches(" *- (parking|i want to die)"))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    static Stream<Arguments> mistakes() {
        var danger = "  self-harm:";
        var possible = "possible:\n  emergency:";
        var harmless = "  harmless:";
        return Stream.of(
                arguments("certain:", "  self-hurt: [i want to die]", "'self-hurt' is not a kind of danger: use one"),
                arguments("certain:", "  emergency: [a, {b]", "cannot be read"),
                arguments("possible:", "  self-hurt: [lethal dose]", "'self-hurt' is not a kind of danger: use one"),
                arguments(danger, "    - \"(die\"", "close each parenthesis"),
                arguments(danger, "    - die {now}", "cannot be read at '{'"),
                arguments(danger, "    - <whom> die", "names the list 'whom'"),
                arguments(danger, "    - zyxwv", "finds no example of danger: add what it is meant to find"),
                arguments(danger, "    - parking", "narrow that pattern"),
                arguments(possible, "    - zyxwv", "finds no example of danger: add what it is meant to find"),
                arguments(possible, "    - parking", "narrow that pattern"),
                arguments(possible, "    - \"(die\"", "close each parenthesis"),
                arguments(harmless, "    - parking", "says the same as"),
                arguments(harmless, "    - i want to die", "is harmless here and self-harm at"),
                arguments(harmless, "    - \"...\"", "has from one word to"),
                arguments(harmless, "    - price: 5", "Nothing is expected at"));
    }

    @Test
    void every_pattern_that_finds_something_is_among_those_that_are_tried() {
        var spelling = Spelling.of(LANGUAGES, DangerTraining.examples(LANGUAGES));
        var patterns = LANGUAGES.stream().flatMap(DangerLanguageTest::patterns).toList();
        var tried = new PhrasePatterns(patterns.stream());
        for (var example : DangerTraining.examples(LANGUAGES)) {
            var words = spelling.read(example.text());
            var text = " " + String.join(" ", words) + " ";
            assertThat(tried.possible(words))
                    .as(example.text())
                    .containsAll(
                            patterns.stream().filter(each -> each.isIn(text)).toList());
        }
    }

    private static Stream<PhrasePattern> patterns(DangerLanguage language) {
        return Stream.of(
                        List.of(language.harmless()),
                        language.certain().values(),
                        language.possible().values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
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
        assertThat(WrittenWords.of("0.5 mg, 40mg, 3pm")).containsExactly("#", "#", "mg", "#", "mg", "3pm");
        assertThat(WrittenWords.of("in 2019, 2500 times")).containsExactly("in", "#year", "#", "times");
        assertThat(WrittenWords.of("Adi\u00f3s, ni\u00f1o")).containsExactly("adios", "nino");
    }

    @Test
    void words_of_patterns_are_not_taken_apart() {
        var spelling =
                Spelling.of(LANGUAGES, List.of(new DangerTraining.Example(DangerClassifier.HARMLESS, "i cant dad")));
        assertThat(spelling.read("cantidad")).containsExactly("cantidad");
        assertThat(spelling.read("cantdad")).containsExactly("cant", "dad");
    }

    @Test
    void words_of_another_language_are_not_taken_apart() {
        var spelling = Spelling.of(LANGUAGES, DangerTraining.examples(LANGUAGES));
        assertThat(spelling.read("atrapado")).containsExactly("atrapado");
        assertThat(spelling.read("iwishiwasdead")).containsExactly("i", "wish", "i", "was", "dead");
    }

    @Test
    void what_is_denied_is_told_from_what_is_said() {
        var features = new DangerFeatures(LANGUAGES);
        assertThat(features.of(List.of("no", "chest", "pain"))).containsKeys("denied=<heart>", "denied=no_<heart>");
        assertThat(features.of(List.of("chest", "pain"))).doesNotContainKey("denied=<heart>");
    }

    @Test
    void a_pattern_that_cannot_be_read_says_where() {
        assertThatThrownBy(() -> PhrasePattern.of("want to {die}", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'{'");
        assertThatThrownBy(() -> PhrasePattern.of("<me> die", Map.of())).hasMessageContaining("'me'");
    }
}
