package org.ketaminecontent.danger;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of {@code crisis-language/}: the expressions of danger in one language.
 *
 * @param language its BCP 47 tag, which is the name of the file
 * @param notices the sentences shown above the contacts
 * @param contacts the words for the contacts
 * @param lists words that patterns name in angle brackets
 * @param keyWords words whose misspellings are corrected before all other steps
 * @param rightWords words near to key words that are no misspellings
 * @param concepts words with much the same meaning, for the classifier: a word ending with {@code *} covers all words
 * with that beginning
 * @param harmless patterns of words that only look dangerous, removed before the other patterns are tried
 * @param certain patterns that always indicate danger
 * @param possible patterns with which a number is shown in any case, although they may be meant otherwise
 * @param examples the training examples of the classifier
 */
record DangerLanguage(
        @JacksonInject("language") String language,
        Map<DangerKind, String> notices,
        ContactWords contacts,
        Map<String, List<String>> lists,
        List<String> keyWords,
        List<String> rightWords,
        Map<String, List<String>> concepts,
        List<String> harmless,
        Map<DangerKind, List<String>> certain,
        Map<DangerKind, List<String>> possible,
        Examples examples) {

    /**
     * Training examples.
     *
     * @param danger phrases of people in danger
     * @param harmless phrases of people who are not in danger, above all those that sound similar
     */
    record Examples(Map<DangerKind, List<String>> danger, List<String> harmless) {

        Stream<String> all() {
            return Stream.concat(danger.values().stream().flatMap(List::stream), harmless.stream());
        }
    }

    DangerLanguage {
        harmless = harmless == null ? List.of() : harmless;
        possible = possible == null ? Map.of() : possible;
        examples = examples == null ? new Examples(Map.of(), List.of()) : examples;
    }

    /** The patterns of each kind that indicate danger of a level. */
    Map<DangerKind, List<String>> patterns(DangerLevel level) {
        return level == DangerLevel.CERTAIN ? certain : possible;
    }

    /** The words that patterns and their lists name, and the beginnings of words that they name. */
    Set<String> wordsOfPatterns() {
        return Stream.of(List.of(harmless), certain.values(), possible.values(), lists.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .flatMap(NOT_IN_WORDS::splitAsStream)
                .collect(Collectors.toSet());
    }

    /** The languages in which danger is recognized, whatever language of content is requested. */
    static final List<String> LANGUAGES = List.of("en", "es");

    private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}]+");

    private static final Pattern EXAMPLES = Pattern.compile("^examples:", Pattern.MULTILINE);

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static List<DangerLanguage> all() {
        return LANGUAGES.stream()
                .map(language -> read(language, file(language)))
                .toList();
    }

    /** All languages without their examples, which end each file and take nearly all of the time of reading it. */
    static List<DangerLanguage> withoutExamples() {
        return LANGUAGES.stream()
                .map(language -> read(language, EXAMPLES.split(file(language), 2)[0]))
                .toList();
    }

    private static String file(String language) {
        var name = "/content/en/crisis-language/" + language + ".yaml";
        try (InputStream file = Objects.requireNonNull(DangerLanguage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** @throws UncheckedIOException if it is not a language file; {@link DangerLanguageCheck} says why */
    static DangerLanguage read(String language, String yaml) {
        try {
            return MAPPER.reader(new InjectableValues.Std().addValue("language", language))
                    .readValue(yaml, DangerLanguage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
