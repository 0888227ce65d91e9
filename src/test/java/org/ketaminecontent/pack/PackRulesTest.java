package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.SamplePack;

/** Every rule of docs/content-format.md: what breaks it is refused, with file and line. */
@ApiTest
class PackRulesTest {

    private static final String TOPIC = "topics/sample-topic.md";
    private static final String CONDITION = "conditions/sample-condition.md";
    private static final String EFFECT = "side-effects/sample-effect.md";
    private static final String FAQ = "faqs/sample-question.md";
    private static final String TERM = "glossary/sample-term.md";

    @Inject
    PackImporter importer;

    @TempDir
    Path folder;

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("an unknown key", TOPIC, "audience:", "audiance:", "unknown key"),
                arguments("a value outside its list", TOPIC, "theme: basics", "theme: basic", "not one of the values"),
                arguments("a missing field", CONDITION, "riskSummary: It may do harm.\n", "", "must not be blank"),
                arguments("an empty field", EFFECT, "severityNote: It is mild.", "severityNote: ''", "severityNote"),
                arguments(
                        "a short summary",
                        TOPIC,
                        "A topic that exists in samples only, so that a test can say one thing about it.",
                        "Short.",
                        "length must be between 60 and 300"),
                arguments(
                        "an unknown citation",
                        TOPIC,
                        "thing [@first-source]",
                        "thing [@no-source]",
                        "no reference 'no-source'"),
                arguments(
                        "an unknown relation",
                        TOPIC,
                        "conditions: [sample-condition]",
                        "conditions: [no-condition]",
                        "there is no conditions/no-condition"),
                arguments("an unknown link", TOPIC, "[[sample-term]]", "[[no-term]]", "leads to nothing"),
                arguments(
                        "an unknown reference in a field",
                        CONDITION,
                        "references: [first-source]",
                        "references: [no-source]",
                        "there is no references/no-source"),
                arguments(
                        "a web address that is no source",
                        TOPIC,
                        "stands here,",
                        "stands [here](https://shop.example),",
                        "https://shop.example"),
                arguments("raw HTML", TOPIC, "stands here,", "stands <b>here</b>,", "HTML"),
                arguments("an image", TOPIC, "stands here,", "stands ![here](x.png),", "HTML and images"),
                arguments(
                        "a heading without an anchor",
                        TOPIC,
                        "## What is known {#what-is-known}",
                        "## What is known",
                        "needs an anchor"),
                arguments(
                        "an anchor that pages have",
                        TOPIC,
                        "{#what-is-known}",
                        "{#sources}",
                        "that pages have already"),
                arguments("an anchor twice", TOPIC, "{#what-is-known}", "{#what-it-is}", "stands twice"),
                arguments(
                        "text before the first heading",
                        TOPIC,
                        "## What it is {#what-it-is}",
                        "Hello.\n\n## What it is {#what-it-is}",
                        "before the first heading"),
                arguments("a banned phrase", TOPIC, "stands here,", "is a miracle,", "hype"),
                arguments(
                        "a banned phrase in a field",
                        EFFECT,
                        "severityNote: It is mild.",
                        "severityNote: Ketamine is safe.",
                        "safe-or-proven"),
                arguments(
                        "a benefit without its limit",
                        TOPIC,
                        "## What is known {#what-is-known}",
                        "## New {#new}\n\nMood improved [@first-source].\n\n## What is known {#what-is-known}",
                        "benefit without its limit"),
                arguments(
                        "a statement of benefit without its limit",
                        TOPIC,
                        "statement: One fact.",
                        "statement: Mood improved.",
                        "benefit without its limit"),
                arguments(
                        "a benefit without a risk summary",
                        FAQ,
                        "This is a plain line",
                        "Mood improved, but not for long. This is a plain line",
                        "riskSummary: is missing"),
                arguments(
                        "a band without its number",
                        EFFECT,
                        "percentLow: 50\n      percentHigh: 50",
                        "percentLow: null",
                        "needs a figure"),
                arguments("a band of another number", EFFECT, "band: very-common", "band: rare", "needs a figure"),
                arguments(
                        "an unknown band without a note",
                        EFFECT,
                        "band: very-common",
                        "band: unknown",
                        "needs a figure"),
                arguments("a percentage over 100", EFFECT, "percentHigh: 50", "percentHigh: 500", "percentHigh"),
                arguments(
                        "a short answer of one sentence",
                        FAQ,
                        "It is one. Nothing follows from it.",
                        "It is one.",
                        "exactly two sentences"),
                arguments("a question without its mark", FAQ, "Is this a sample?", "This is a sample", "question mark"),
                arguments(
                        "a benefit in a definition is short",
                        TERM,
                        "A word that stands in samples and means what it says.",
                        "A word.",
                        "words, and should have"),
                arguments("an unquoted number for text", "references.yaml", "volume: \"1\"", "volume: 1", "volume"),
                arguments("a malformed DOI", "references.yaml", "doi: 10.1000/sample", "doi: sample", "doi"),
                arguments(
                        "a resource that cannot be reached",
                        "crisis-resources.yaml",
                        "call: \"000\"",
                        "call: null",
                        "needs a way to reach it"),
                arguments("YAML that is none", TOPIC, "theme: basics", "theme: [basics", "expected"),
                arguments(
                        "a former name that is taken",
                        TOPIC,
                        "audience: everyone",
                        "audience: everyone\nformerSlugs: [sample-topic]",
                        "already names"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named_with_its_file(String fault, String file, String words, String others, String message) {
        var pack = SamplePack.in(folder).replacing(file, words, others);

        var errors = errorsOf(pack);

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo(file);
            assertThat(error.message()).contains(message);
        });
    }

    @Test
    void synonyms_never_join_ketamine_and_esketamine() {
        var pack = SamplePack.in(folder)
                .writing("synonyms.yaml", "- words: [ketamine, special k]\n  also: [esketamine]\n");

        var broken = catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()));

        assertThat(broken).hasMessageContaining("synonyms.yaml").hasMessageContaining("cannot stand for each other");
    }

    @Test
    void synonyms_are_words() {
        var pack = SamplePack.in(folder).writing("synonyms.yaml", "- words: [988]\n- also: [crisis]\n");

        var broken = catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()));

        assertThat(broken).hasMessageContaining("synonyms.yaml:1");
    }

    @Test
    void the_sample_itself_has_no_fault() {
        var pack = importer.read(SamplePack.in(folder).folder());

        assertThat(pack.manuscripts()).hasSize(8);
    }

    @Test
    void a_fault_in_the_front_matter_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "faqs: [sample-question]", "faqs: [no-question]");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        TOPIC, pack.lineOf(TOPIC, "faqs: [no-question]"), "faqs/0: there is no faqs/no-question"));
    }

    @Test
    void a_fault_in_the_text_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "[[sample-term]]", "[[no-term]]");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        TOPIC, pack.lineOf(TOPIC, "A [[no-term]]"), "the link to 'no-term' leads to nothing"));
    }

    @Test
    void a_fault_in_a_list_is_named_with_its_line() {
        var pack = SamplePack.in(folder).replacing("references.yaml", "type: label", "type: libel");

        assertThat(errorsOf(pack)).anySatisfy(error -> {
            assertThat(error.line()).isEqualTo(pack.lineOf("references.yaml", "type: libel"));
            assertThat(error.message()).startsWith("type: ").doesNotContain("org.ketaminecontent");
        });
    }

    @Test
    void all_faults_of_all_files_are_listed_at_once() {
        var pack = SamplePack.in(folder)
                .replacing(TOPIC, "theme: basics", "theme: basic")
                .replacing(EFFECT, "severity: mild", "severity: wild")
                .replacing(FAQ, "[@first-source]", "[@no-source]");

        assertThat(errorsOf(pack)).extracting(PackError::file).containsExactly(FAQ, EFFECT, TOPIC);
    }

    @Test
    void hard_words_are_refused() {
        var hard = "The administration of psychopharmacological interventions necessitates comprehensive"
                + " interdisciplinary evaluation of individual physiological vulnerabilities. ";
        var pack = SamplePack.in(folder).replacing(TOPIC, "A [[sample-term]]", hard.repeat(12) + "A [[sample-term]]");

        assertThat(errorsOf(pack)).extracting(PackError::message).anyMatch(each -> each.startsWith("reading grade"));
    }

    @Test
    void a_sentence_may_deny_what_it_may_not_say() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "stands here,", "has not been shown to prevent suicide,");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void a_slug_must_be_well_formed() {
        var pack = SamplePack.in(folder)
                .renaming(TERM, "glossary/Sample_Term.md")
                .replacing(TOPIC, "[[sample-term]]", "term");

        assertThat(errorsOf(pack)).extracting(PackError::message).anyMatch(each -> each.contains("Sample_Term"));
    }

    @Test
    void a_slug_stands_once_in_a_list() {
        var pack = SamplePack.in(folder).replacing("references.yaml", "slug: second-source", "slug: first-source");

        assertThat(errorsOf(pack)).extracting(PackError::message).contains("the slug 'first-source' stands twice");
    }

    @Test
    void a_place_is_taken_once() {
        var pack = SamplePack.in(folder).appending("crisis-resources.yaml", """
                        - slug: other-line
                          name: Other line
                          kind: crisis-line
                          jurisdiction: US
                          call: "001"
                          position: 1
                          confirmation: confirmed
                        """);

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly("position: 1 is already the place of crisis-resources/sample-line");
    }

    @Test
    void a_misspelt_folder_is_no_way_to_withdraw_everything() {
        var pack = SamplePack.in(folder).writing("topic/new.md", "x");

        assertThat(errorsOf(pack)).contains(new PackError("topic", 1, "is not part of a content pack"));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThat(errorsOf(folder.resolve("nowhere"))).hasSize(1);
    }

    private List<PackError> errorsOf(SamplePack pack) {
        return errorsOf(pack.folder());
    }

    private List<PackError> errorsOf(Path pack) {
        return catchThrowableOfType(BrokenPack.class, () -> importer.read(pack)).errors();
    }
}
