package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The recognition against phrases of authors who saw none of its examples and patterns. The application learns from
 * these phrases too; here, the classifier is trained without them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnseenDangerTest {

    /** The sets of phrases, one of each author, and the figures that are reached, less a little. */
    private enum Phrases {
        FIRST("/danger/unseen.yaml", 0.995, 0.015, 0.005),
        SECOND("/danger/unseen-2.yaml", 0.988, 0.016, 0.007);

        private final Map<String, List<String>> byKind;
        private final double leastRecall;
        private final double mostAlarms;
        private final double mostCertainAlarms;

        Phrases(String file, double leastRecall, double mostAlarms, double mostCertainAlarms) {
            this.byKind = read(file);
            this.leastRecall = leastRecall;
            this.mostAlarms = mostAlarms;
            this.mostCertainAlarms = mostCertainAlarms;
        }

        List<String> of(String kind) {
            return Objects.requireNonNull(byKind.get(kind));
        }

        private static Map<String, List<String>> read(String file) {
            try (var phrases = UnseenDangerTest.class.getResourceAsStream(file)) {
                return new YAMLMapper().readValue(phrases, new TypeReference<>() {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static DangerRecognition recognition;

    @BeforeAll
    static void train_without_these_phrases() {
        var languages = DangerLanguage.all();
        var unseen = Stream.of(Phrases.values())
                .flatMap(phrases -> phrases.byKind.values().stream())
                .flatMap(List::stream)
                .map(WrittenWords::of)
                .collect(Collectors.toSet());
        var training = DangerTraining.examples(languages).stream()
                .filter(example -> !unseen.contains(WrittenWords.of(example.text())))
                .toList();
        recognition = new DangerRecognition(languages, LearnedLanguage.of(training, languages));
    }

    @ParameterizedTest
    @EnumSource
    void danger_is_recognized(Phrases phrases) {
        var all = Stream.of("selfHarm", "emergency", "otherPerson")
                .flatMap(kind -> phrases.of(kind).stream())
                .toList();
        var missed =
                all.stream().filter(phrase -> recognition.in(phrase).isEmpty()).toList();
        System.out.printf(
                "Unseen danger, %s: recall %.4f of %d; missed %s%n",
                phrases, 1 - missed.size() / (double) all.size(), all.size(), missed);
        assertThat(1 - missed.size() / (double) all.size()).isGreaterThanOrEqualTo(phrases.leastRecall);
    }

    @ParameterizedTest
    @EnumSource
    void harmless_words_are_not_taken_for_danger(Phrases phrases) {
        var harmless = phrases.of("harmless");
        var alarmed = harmless.stream()
                .filter(phrase -> recognition.in(phrase).isPresent())
                .toList();
        var certain = harmless.stream()
                .filter(phrase -> recognition
                        .in(phrase)
                        .filter(danger -> danger.level() == DangerLevel.CERTAIN)
                        .isPresent())
                .toList();
        System.out.printf(
                "Unseen harmless, %s: alarms %.4f of %d (certain %.4f); %s%n",
                phrases,
                alarmed.size() / (double) harmless.size(),
                harmless.size(),
                certain.size() / (double) harmless.size(),
                alarmed);
        assertThat(alarmed.size() / (double) harmless.size()).isLessThanOrEqualTo(phrases.mostAlarms);
        assertThat(certain.size() / (double) harmless.size()).isLessThanOrEqualTo(phrases.mostCertainAlarms);
    }
}
