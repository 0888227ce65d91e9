package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.ContentHash;
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
    void a_grade_names_the_assessment_that_gave_it() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "  certaintySource: {reference: first-source, year: 2021, place: Table 1}\n", "");

        assertThat(errorsOf(pack))
                .containsExactly(new PackError(
                        CONDITION,
                        pack.lineOf(CONDITION, "evidence:"),
                        "evidence/certaintySource: is missing: a grade must come from a published assessment, so"
                                + " name its reference and year"));
    }

    @Test
    void few_people_are_not_rounded_to_none() {
        var pack = SamplePack.in(folder)
                .replacing(CONDITION, "without: {count: 9}", "without: {count: 0}")
                .replacing(CONDITION, "{events: 9, total: 100}", "{events: 1, total: 300}")
                .replacing(CONDITION, "The next day, 9 looked better", "The next day, 0 looked better")
                .replacing(CONDITION, "With the dummy, 91 of 100", "With the dummy, 100 of 100");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly(
                        "risks/0/observed/without: rounds 1 people to none: use the next larger per in this document");
    }

    @Test
    void the_real_count_of_a_small_study_may_stand_beside_the_picture() {
        var pack = SamplePack.in(folder)
                .replacing(
                        CONDITION, "The next day, 9 looked better.", "The next day, 9 did (in fact it was 9 of 98).");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    @Test
    void what_is_not_graded_names_no_assessment() {
        var pack = SamplePack.in(folder).replacing(CONDITION, "  certainty: low", "  certainty: not-graded");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .containsExactly("evidence/certaintySource: must be empty, because there is no grade");
    }

    @Test
    void the_assessment_that_gave_a_grade_is_one_of_the_references() {
        var pack = SamplePack.in(folder).replacing(CONDITION, "reference: first-source, year", "reference: none, year");

        assertThat(errorsOf(pack))
                .extracting(PackError::message)
                .contains("evidence/certaintySource/reference: there is no references/none");
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
    void a_misspelt_folder_is_no_way_to_withdraw_everything() {
        var pack = SamplePack.in(folder).writing("topic/new.md", "x");

        assertThat(errorsOf(pack)).contains(new PackError("topic", 1, "is not part of a content pack"));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThat(errorsOf(folder.resolve("nowhere"))).hasSize(1);
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

    /** A checkout on Windows, an editor that writes a byte order mark, and a file system that takes letters apart. */
    @Test
    void the_same_text_written_otherwise_is_the_same_content() throws IOException {
        var accents = Map.of("words", "A caf\u00e9 word");
        var pack = SamplePack.in(folder).replacing(TERM, "A word that", accents.get("words") + " that");
        var before = hashes(pack);
        try (var files = Files.walk(pack.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var apart = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFD);
                Files.writeString(file, "\uFEFF" + apart.replace("\n", "\r\n"));
            }
        }

        assertThat(hashes(pack)).isEqualTo(before);
    }

    private Map<String, String> hashes(SamplePack pack) {
        return importer.read(pack.folder()).manuscripts().stream()
                .collect(Collectors.toMap(Manuscript::key, each -> ContentHash.of(each.content())));
    }

    @Test
    void what_is_no_text_file_is_named() throws IOException {
        var pack = SamplePack.in(folder)
                .writing("glossary/folder.md/inner.md", "x")
                .writing("glossary/other.txt", "x");
        Files.write(pack.folder().resolve("glossary/latin.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xFC, '\n'});
        Files.write(pack.folder().resolve("synonyms.yaml"), new byte[] {(byte) 0xFC});

        assertThat(errorsOf(pack))
                .extracting(PackError::file)
                .contains("glossary/folder.md", "glossary/other.txt", "glossary/latin.md", "synonyms.yaml");
    }

    @Test
    void what_operating_systems_add_is_passed_over() {
        var pack = SamplePack.in(folder)
                .writing(".DS_Store", "x")
                .writing("Thumbs.db", "x")
                .writing("topics/.DS_Store", "x")
                .writing("topics/._sample-topic.md", "x")
                .writing("topics/desktop.ini", "x");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
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
