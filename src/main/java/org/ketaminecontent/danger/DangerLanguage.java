package org.ketaminecontent.danger;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code crisis-language/}: what danger sounds like in one language.
 *
 * @param notices what is said above the numbers; in English only
 * @param lists words that patterns name in angle brackets
 * @param keyWords words whose misspellings are put right before anything else is tried
 * @param concepts words that mean much the same, for the classifier: a word ending with {@code *} stands for all that
 *     begin so
 * @param harmless patterns of words that only look dangerous, taken out before the others are tried
 * @param certain patterns that are danger wherever they stand
 * @param examples what the classifier learns from
 */
record DangerLanguage(
        @Nullable Map<DangerKind, String> notices,
        Map<String, List<String>> lists,
        List<String> keyWords,
        Map<String, List<String>> concepts,
        List<String> harmless,
        Map<DangerKind, List<String>> certain,
        Examples examples) {

    /**
     * @param danger phrases of people in danger
     * @param harmless phrases of people who are not, above all those that sound alike
     */
    record Examples(Map<DangerKind, List<String>> danger, List<String> harmless) {}

    DangerLanguage {
        harmless = harmless == null ? List.of() : harmless;
    }

    /** The languages in which danger is recognized, whatever language the content is asked in. */
    static final List<String> LANGUAGES = List.of("en", "es");

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<DangerLanguage> all() {
        return LANGUAGES.stream().map(DangerLanguage::of).toList();
    }

    private static DangerLanguage of(String language) {
        var name = "/content/en/crisis-language/" + language + ".yaml";
        try (InputStream file = DangerLanguage.class.getResourceAsStream(name)) {
            return MAPPER.readValue(file, DangerLanguage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
