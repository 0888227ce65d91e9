package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
    PackSource importer;

    @TempDir
    Path folder;

    /** A fault that somebody can make in a pack. */
    record Fault(String fault, String file, String words, String others, String message) {

        @Override
        public String toString() {
            return fault;
        }
    }

    static List<Fault> faults() throws IOException {
        return new YAMLMapper()
                .readValue(Path.of("src/test/resources/packs/faults.yaml").toFile(), new TypeReference<>() {});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_is_named_with_its_file(Fault fault) {
        var pack = SamplePack.in(folder).replacing(fault.file(), fault.words(), fault.others());

        var errors = errorsOf(pack);

        assertThat(errors).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo(fault.file());
            assertThat(error.message()).contains(fault.message());
        });
    }

    @Test
    void synonyms_never_join_ketamine_and_esketamine() {
        var pack = SamplePack.in(folder)
                .writing("synonyms.yaml", "- words: [ketamine, special k]\n  also: [esketamine]\n");

        var broken = catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()));

        assertThat(broken)
                .hasMessageContaining("synonyms.yaml")
                .hasMessageContaining("must not be synonyms of each other");
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
    void a_document_says_how_it_was_drafted() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "drafting: person\n", "");

        assertThat(errorsOf(pack)).extracting(PackError::message).containsExactly("drafting: must not be null");
    }

    @Test
    void a_place_may_be_a_part_of_a_state() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "jurisdiction: US", "jurisdiction: GB-ENG")
                .replacing("crisis-resources.yaml", "jurisdiction: US", "jurisdiction: GB-SCT");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
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

        assertThat(errorsOf(pack)).extracting(PackError::message).contains("the slug 'first-source' appears twice");
    }

    @Test
    void a_place_is_taken_once() {
        var pack = SamplePack.in(folder).appending("crisis-resources.yaml", """
                        - slug: other-line
                          name: Other line
                          kind: crisis-line
                          jurisdiction: US
                          call: "001"
                          hours: Day and night
                          position: 1
                          confirmation: confirmed
                          drafting: person
                        """);

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly("position: 1 is already the position of crisis-resources/sample-line");
    }

    @Test
    void what_repeats_a_value_is_refused_with_its_line() {
        var pack = SamplePack.in(folder)
                .writing("glossary/other.md", "---\nterm: &t Anchor word\nsynonyms: [*t]\n---\nA text.\n");

        assertThat(errorsOf(pack))
                .contains(new PackError(
                        "glossary/other.md",
                        2,
                        "a value that begins with & defines an anchor: leave it out, or put the value in quotes"));
    }

    @Test
    void of_many_faults_the_first_are_told_and_the_others_counted() {
        var pack = SamplePack.in(folder).writing("synonyms.yaml", "- words: 1\n".repeat(2_000));

        assertThat(errorsOf(pack))
                .hasSize(501)
                .last()
                .satisfies(each -> assertThat(each.message()).matches("and 15\\d\\d more errors"));
    }

    private List<PackError> errorsOf(SamplePack pack) {
        return errorsOf(pack.folder());
    }

    private List<PackError> errorsOf(Path pack) {
        return catchThrowableOfType(BrokenPack.class, () -> importer.read(pack)).errors();
    }
}
