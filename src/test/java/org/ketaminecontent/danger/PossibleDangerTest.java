package org.ketaminecontent.danger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns of possible danger find questions about amounts that kill, painless ways, letters and last gifts, and none of
 * their harmless neighbors. None of these phrases is an example.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PossibleDangerTest {

    private static final double LEAST_RECALL = 0.98;

    private static final List<DangerLanguage> LANGUAGES = DangerLanguage.all();
    private static final Spelling SPELLING = Spelling.of(LANGUAGES, DangerTraining.examples(LANGUAGES));
    private static final DangerPatterns PATTERNS = new DangerPatterns(LANGUAGES);
    private static final Map<String, Map<String, List<String>>> PHRASES = phrases();

    private static Map<String, Map<String, List<String>>> phrases() {
        try (var phrases = PossibleDangerTest.class.getResourceAsStream("/danger/possible.yaml")) {
            return new YAMLMapper().readValue(phrases, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> phrases(String language, String kind) {
        return requireNonNull(requireNonNull(PHRASES.get(language)).get(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void patterns_find_what_is_danger_in_any_case(String language) {
        var danger = phrases(language, "danger");
        var missed = danger.stream().filter(phrase -> !isFound(phrase)).toList();
        assertThat(1 - missed.size() / (double) danger.size()).as("%s", missed).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void patterns_do_not_find_its_harmless_neighbors(String language) {
        assertThat(phrases(language, "harmless")).noneMatch(PossibleDangerTest::isFound);
    }

    private static boolean isFound(String phrase) {
        var words = SPELLING.read(phrase);
        return Stream.of(DangerLevel.values())
                .anyMatch(level -> PATTERNS.find(level, words).isPresent());
    }

    @Test
    void a_question_about_the_amount_that_kills_is_answered_with_a_number() {
        var recognition = new DangerRecognition();
        for (var question : List.of(
                "what dose of ketamine kills you",
                "fatal ketamine amount",
                "dosis letal de ketamina",
                "lethal dose of ketamine")) {
            assertThat(recognition.in(question)).as(question).isPresent();
        }
    }

    @Test
    void a_question_about_safety_is_not() {
        var recognition = new DangerRecognition();
        for (var question : List.of(
                "what is the maximum dose",
                "can you overdose on ketamine therapy at the clinic",
                "cual es la dosis maxima de ketamina")) {
            assertThat(recognition.in(question)).as(question).isEmpty();
        }
    }
}
