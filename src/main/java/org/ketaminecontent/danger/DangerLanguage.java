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
 * One file of {@code crisis-language/}: the expressions of danger in one language.
 *
 * @param notices the sentences shown above the contacts; only in English
 * @param lists words that patterns name in angle brackets
 * @param keyWords words whose misspellings are corrected before all other steps
 * @param concepts words with much the same meaning, for the classifier: a word ending with {@code *} covers all words
 * with that beginning
 * @param harmless patterns of words that only look dangerous, removed before the other patterns are tried
 * @param certain patterns that always indicate danger
 * @param examples the training examples of the classifier
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
     * Training examples.
     *
     * @param danger phrases of people in danger
     * @param harmless phrases of people who are not in danger, above all those that sound similar
     */
    record Examples(Map<DangerKind, List<String>> danger, List<String> harmless) {}

    DangerLanguage {
        harmless = harmless == null ? List.of() : harmless;
    }

    /** The languages in which danger is recognized, whatever language of content is requested. */
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
