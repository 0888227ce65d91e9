package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may be in danger is told a number; who asks about the treatment is told about the treatment. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrisisLanguageTest {

    private static final Map<String, List<String>> PHRASES = read();

    static List<String> inCrisis() {
        return Objects.requireNonNull(PHRASES.get("inCrisis"));
    }

    static List<String> harmless() {
        return Objects.requireNonNull(PHRASES.get("harmless"));
    }

    @ParameterizedTest
    @MethodSource("inCrisis")
    void somebody_may_be_in_danger(String written) {
        assertThat(CrisisLanguage.in(written)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void nobody_is_in_danger(String written) {
        assertThat(CrisisLanguage.in(written)).isFalse();
    }

    private static Map<String, List<String>> read() {
        try (var file = CrisisLanguageTest.class.getResourceAsStream("/search/crisis.yaml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
