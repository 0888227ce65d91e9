package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.manuscript.FieldRule;
import org.ketaminecontent.manuscript.LanguageRule;
import org.ketaminecontent.manuscript.Rulebook;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.SamplePack;

/**
 * The rules of the default pack on what documents say. Each has examples that break it and that pass; a rule that does not
 * do with them what it should is a fault of its pack.
 */
@ApiTest
class RulesTest {

    private static final String TOPIC = "topics/sample-topic.md";
    private static final String CONDITION = "conditions/sample-condition.md";
    private static final String EFFECT = "side-effects/sample-effect.md";

    @Inject
    PackSource importer;

    @TempDir
    Path folder;

    @Test
    void every_rule_has_examples_that_break_it_and_that_nearly_do() {
        var rules = importer.rules();

        assertThat(rules.languageRules()).hasSizeGreaterThan(50).allSatisfy(rule -> {
            assertThat(rule.breaks()).as(rule.id()).isNotEmpty();
            assertThat(rule.passes()).as(rule.id()).isNotEmpty();
        });
        assertThat(rules.fieldRules()).hasSizeGreaterThan(20).allSatisfy(rule -> {
            assertThat(rule.breaks()).as(rule.id()).isNotEmpty();
            assertThat(rule.passes()).as(rule.id()).isNotEmpty();
        });
    }

    @Test
    void every_rule_has_a_name_of_its_own() {
        var rules = importer.rules();

        assertThat(Stream.concat(
                        rules.languageRules().stream().map(LanguageRule::id),
                        rules.fieldRules().stream().map(FieldRule::id)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_rule_that_lets_its_own_example_through_is_refused() {
        var pack = SamplePack.in(folder).writing("language-rules.yaml", """
                        - id: late
                          why: Say when.
                          patterns: ['\\blate\\b']
                          breaks: [It is later.]
                        """).writing("field-rules.yaml", """
                        - id: early
                          why: Say when.
                          where: {title: early}
                          passes: [{title: Early}]
                        """);

        assertThat(importer.examine(pack.folder(), Rulebook.EMPTY).errors())
                .extracting(PackError::file, PackError::message)
                .containsExactly(
                        tuple("field-rules.yaml", "'early' matches an example that should pass: {\"title\":\"Early\"}"),
                        tuple("language-rules.yaml", "'late' does not match its own example: It is later."));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(TOPIC, "stands here,", "stands where we have not looked,", "\"we have not\" (editors-note)"),
                arguments(TOPIC, "stands here,", "stands in a programme,", "write \"program\""),
                arguments(TOPIC, "stands here,", "should never drive,", "at least 24 hours"),
                arguments(TOPIC, "stands here,", "is the only trial there is,", "the one trial we know of"),
                arguments(TOPIC, "statement: One fact.", "statement: About 55% slept.", "Say of how many people"),
                arguments(EFFECT, "severityNote: It is mild.", "severityNote: It is a favour.", "write \"favor\""),
                arguments(CONDITION, "57 felt dizzy.", "57 felt dizzy (57%).", "without a percent sign"),
                arguments(CONDITION, "It counts one day only.", "It was one in five.", "never \"1 in 5\""),
                arguments(CONDITION, "It counts one day only.", "It was twice as likely.", "Leave the relative"),
                arguments(
                        CONDITION, "It counts one day only.", "Others had no treatment.", "what the other people got"),
                arguments(CONDITION, "who got ketamine. 57", "who came. 57", "Name the product in text.with"),
                arguments(CONDITION, "who got a dummy drug. The", "who came. The", "what the other people got"),
                arguments(
                        CONDITION,
                        "certainty: not-graded\n    smallSample",
                        "certainty: not-applicable\n    smallSample",
                        "A number of people is about an effect"),
                arguments(
                        CONDITION,
                        "Ten of 20 people improved.",
                        "The label says that 20 people improved.",
                        "Write certainty not-applicable"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void what_breaks_a_rule_is_told_with_its_file_and_the_remedy(
            String file, String words, String others, String told) {
        var pack = SamplePack.in(folder).replacing(file, words, others);

        var examined = importer.examine(pack.folder(), importer.rules());

        assertThat(examined.errors()).anySatisfy(error -> {
            assertThat(error.file()).isEqualTo(file);
            assertThat(error.message()).contains(told);
        });
    }

    @Test
    void the_line_of_the_words_is_told() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "stands here,", "stands in a programme,");

        assertThat(importer.examine(pack.folder(), importer.rules()).errors())
                .containsExactly(new PackError(
                        TOPIC,
                        pack.lineOf(TOPIC, "stands in a programme"),
                        "\"programme\" (us-spelling): write \"program\". This locale is US English."));
    }

    @Test
    void what_ages_is_looked_at_again_within_a_year() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var pack = SamplePack.in(folder)
                .replacing(TOPIC, "audience:", "asOf: " + today.minusMonths(12).minusDays(2) + "\naudience:")
                .replacing(CONDITION, "investigational:", "asOf: " + today.minusMonths(11) + "\ninvestigational:");

        var examined = importer.examine(pack.folder(), Rulebook.EMPTY);

        assertThat(examined.errors()).isEmpty();
        assertThat(examined.warnings())
                .extracting(PackError::file, PackError::message)
                .containsExactly(tuple(
                        TOPIC,
                        "asOf: is more than 12 months old: check the source again, and write the day of the"
                                + " check"));
    }

    @Test
    void the_main_benefit_stands_before_the_harms() {
        var pack = SamplePack.in(folder);
        var text = pack.read(CONDITION);
        int gain = text.indexOf("  - id: sample-gain");
        int harm = text.indexOf("  - id: sample-harm");
        int codes = text.indexOf("codes:");
        pack.writing(
                CONDITION,
                text.substring(0, gain)
                        + text.substring(harm, codes)
                        + text.substring(gain, harm)
                        + text.substring(codes));

        var examined = importer.examine(pack.folder(), Rulebook.EMPTY);

        assertThat(examined.errors()).isEmpty();
        assertThat(examined.warnings())
                .extracting(PackError::message)
                .containsExactly(
                        "risks/0: the main benefit comes first, then its duration, then harms: move this down");
    }

    @Test
    void advice_keeps_nothing_from_being_published() {
        var pack = SamplePack.in(folder).replacing(TOPIC, "stands here,", "comes at a price: it comes at a price,");

        var examined = importer.examine(pack.folder(), importer.rules());

        assertThat(examined.errors()).isEmpty();
        assertThat(examined.warnings())
                .extracting(PackError::message)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("\"it comes at a price\" (plain-words): write \"the limits themselves\""));
    }

    @Test
    void a_citation_that_does_not_fit_its_sentence_is_told() {
        var pack =
                SamplePack.in(folder).replacing(TOPIC, "stands here,", "was first approved in 1970 [@first-source],");

        assertThat(importer.examine(pack.folder(), importer.rules()).errors())
                .extracting(PackError::message)
                .anySatisfy(message -> assertThat(message).contains("(approval-from-a-trial)", "Cite the label"));
        pack.replacing(TOPIC, "in 1970 [@first-source],", "in 1970 [@first-source; @second-source],");
        assertThat(importer.examine(pack.folder(), importer.rules()).errors()).isEmpty();
    }

    @Test
    void a_figure_is_about_a_product_that_its_reference_gave() {
        var wrong = SamplePack.in(folder.resolve("a"))
                .replacing("references.yaml", "type: rct", "type: rct\n  product: [esketamine-nasal-spray]");
        var right = SamplePack.in(folder.resolve("b"))
                .replacing("references.yaml", "type: rct", "type: rct\n  product: [ketamine-infusion, ketamine-oral]");

        assertThat(importer.examine(wrong.folder(), Rulebook.EMPTY).errors())
                .extracting(PackError::file, PackError::message)
                .contains(tuple(
                        EFFECT,
                        "frequency/figures/0/product: is ketamine-infusion, but its references studied"
                                + " esketamine-nasal-spray: write the product that was studied, or cite the source"
                                + " of this figure"));
        assertThat(importer.examine(right.folder(), Rulebook.EMPTY).errors()).isEmpty();
    }

    @Test
    void a_grade_is_one_of_those_that_the_pack_lists() {
        var other = SamplePack.in(folder.resolve("a")).replacing(CONDITION, "  certainty: low", "  certainty: high");
        var time = SamplePack.in(folder.resolve("b")).replacing(CONDITION, "timeframe: P1D", "timeframe: P2D");
        var product = SamplePack.in(folder.resolve("c"))
                .replacing("grades.yaml", "product: ketamine-infusion", "product: ketamine-oral");
        var unseen =
                SamplePack.in(folder.resolve("d")).replacing(CONDITION, "  certainty: low", "  certainty: moderate");

        assertThat(List.of(other, time, product, unseen))
                .allSatisfy(pack -> assertThat(
                                importer.examine(pack.folder(), Rulebook.EMPTY).errors())
                        .extracting(PackError::message)
                        .anySatisfy(message -> assertThat(message).contains("grades.yaml has no grade")));
    }

    @Test
    void a_grade_has_all_that_tells_it_from_others() {
        var pack = SamplePack.in(folder).replacing("grades.yaml", "  year: 2021\n", "");

        assertThat(importer.examine(pack.folder(), Rulebook.EMPTY).errors())
                .extracting(PackError::file, PackError::message)
                .anySatisfy(error -> assertThat(error.toList().toString()).contains("grades.yaml", "a year"));
    }
}
