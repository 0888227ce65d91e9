package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ketaminecontent.condition.ApprovalStatus;
import org.ketaminecontent.condition.ConditionContent;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.crisis.CrisisResourceContent;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.testing.ApiTest;

/** The content that comes with the application. */
@ApiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefaultPackTest {

    @Inject
    PackSource importer;

    private PackSource.Examined examined;

    @BeforeAll
    void examine_it_once() {
        examined = importer.examined();
    }

    @Test
    void it_breaks_no_rule_and_is_complete() {
        assertThat(examined.errors()).isEmpty();
        var counts = examined.pack().manuscripts().stream()
                .collect(Collectors.groupingBy(Manuscript::collection, Collectors.counting()));

        assertThat(counts)
                .containsAllEntriesOf(Map.of(
                        "topics", 34L,
                        "conditions", 15L,
                        "side-effects", 32L,
                        "faqs", 55L,
                        "references", 134L,
                        "glossary", 68L));
    }

    /** An editor may publish in spite of a warning; what comes with the application gives no cause for one. Only time does. */
    @Test
    void it_gives_no_cause_for_advice() {
        assertThat(examined.warnings())
                .extracting(PackError::toString)
                .filteredOn(each -> !each.contains("months old"))
                .isEmpty();
    }

    /** Slugs keep British spellings, and so do readers. */
    @Test
    void british_spellings_that_are_not_written_are_found() {
        var pack = examined.pack();
        var known = pack.synonyms().stream()
                .flatMap(group -> group.words().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var spelling = pack.rules().languageRules().stream()
                .filter(rule -> rule.id().equals("us-spelling"))
                .findFirst()
                .orElseThrow();

        assertThat(spelling.words().keySet())
                .hasSizeGreaterThan(40)
                .allMatch(word -> known.contains(word) || known.contains(word.replaceFirst("s$", "")));
    }

    @Test
    void every_condition_opens_with_the_us_status_of_ketamine() {
        assertThat(conditions()).allSatisfy((slug, condition) -> {
            var first = condition.regulatoryStatus().get(0);
            assertThat(first.jurisdiction()).isEqualTo("US");
            assertThat(first.product()).isEqualTo(Product.KETAMINE_INJECTION);
            assertThat(first.status()).isEqualTo(ApprovalStatus.OFF_LABEL);
        });
    }

    /** A grade is that of a published assessment; where nobody has graded the evidence, none is shown. */
    @Test
    void conditions_carry_the_grades_that_their_sources_give() {
        assertThat(conditions().entrySet())
                .extracting(
                        Map.Entry::getKey, each -> each.getValue().evidence().certainty())
                .containsExactlyInAnyOrder(
                        tuple("major-depressive-disorder", Certainty.VERY_LOW),
                        tuple("treatment-resistant-depression", Certainty.VERY_LOW),
                        tuple("suicidal-ideation", Certainty.LOW),
                        tuple("bipolar-depression", Certainty.VERY_LOW),
                        tuple("ptsd", Certainty.VERY_LOW),
                        tuple("anxiety-disorders", Certainty.NOT_GRADED),
                        tuple("ocd", Certainty.NOT_GRADED),
                        tuple("chronic-pain", Certainty.VERY_LOW),
                        tuple("crps", Certainty.VERY_LOW),
                        tuple("fibromyalgia", Certainty.VERY_LOW),
                        tuple("neuropathic-pain", Certainty.VERY_LOW),
                        tuple("alcohol-use-disorder", Certainty.NOT_GRADED),
                        tuple("other-substance-use-disorders", Certainty.NOT_GRADED),
                        tuple("migraine", Certainty.NOT_GRADED),
                        tuple("cancer-pain", Certainty.NOT_GRADED));
    }

    @Test
    void the_us_line_is_among_the_contacts_that_stand_everywhere() {
        var primary = examined.pack().manuscripts().stream()
                .map(Manuscript::content)
                .filter(content -> content instanceof CrisisResourceContent resource && resource.primary())
                .map(content -> ((CrisisResourceContent) content).call())
                .filter(Objects::nonNull);

        assertThat(primary).contains("988");
    }

    private Map<String, ConditionContent> conditions() {
        var conditions = examined.pack().manuscripts().stream()
                .filter(manuscript -> manuscript.content() instanceof ConditionContent)
                .collect(Collectors.toMap(Manuscript::slug, each -> (ConditionContent) each.content()));
        assertThat(conditions).isNotEmpty();
        return conditions;
    }
}
