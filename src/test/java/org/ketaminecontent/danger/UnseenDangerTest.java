package org.ketaminecontent.danger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The built recognition against phrases of an author who saw none of its examples and patterns. Nobody tunes on them; who
 * mends something because of one of them moves it to the examples, and writes another.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnseenDangerTest {

    private static final double LEAST_RECALL = 0.975;
    private static final double MOST_FALSE_ALARMS = 0.04;
    private static final double MOST_CERTAIN_FALSE_ALARMS = 0.02;

    private final DangerRecognition recognition = new DangerRecognition();
    private final Map<String, List<String>> phrases = read();

    @Test
    void danger_is_recognized() {
        var all = Stream.of("selfHarm", "emergency", "otherPerson")
                .flatMap(kind -> of(kind).stream())
                .toList();
        var missed =
                all.stream().filter(phrase -> recognition.in(phrase).isEmpty()).toList();
        System.out.printf(
                "Unseen danger: recall %.4f of %d; missed %s%n",
                1 - missed.size() / (double) all.size(), all.size(), missed);
        assertThat(1 - missed.size() / (double) all.size()).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    @Test
    void harmless_words_are_not_taken_for_danger() {
        var harmless = of("harmless");
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
                "Unseen harmless: alarms %.4f of %d (certain %.4f); %s%n",
                alarmed.size() / (double) harmless.size(),
                harmless.size(),
                certain.size() / (double) harmless.size(),
                alarmed);
        assertThat(alarmed.size() / (double) harmless.size()).isLessThanOrEqualTo(MOST_FALSE_ALARMS);
        assertThat(certain.size() / (double) harmless.size()).isLessThanOrEqualTo(MOST_CERTAIN_FALSE_ALARMS);
    }

    private List<String> of(String kind) {
        return Objects.requireNonNull(phrases.get(kind));
    }

    private static Map<String, List<String>> read() {
        try (var file = UnseenDangerTest.class.getResourceAsStream("/danger/unseen.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
