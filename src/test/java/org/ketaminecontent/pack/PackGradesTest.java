package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.SamplePack;

/** A grade names its published assessment, and numbers of people are those of the study. */
@ApiTest
class PackGradesTest {

    private static final String CONDITION = "conditions/sample-condition.md";

    @Inject
    PackSource importer;

    @TempDir
    Path folder;

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

    private List<PackError> errorsOf(SamplePack pack) {
        return catchThrowableOfType(BrokenPack.class, () -> importer.read(pack.folder()))
                .errors();
    }
}
