package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.condition.ConditionContent;
import org.ketaminecontent.condition.Status;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.crisis.CrisisResourceContent;
import org.ketaminecontent.publishing.Manuscript;
import org.ketaminecontent.testing.ApiTest;

/** The content that comes with the application. */
@ApiTest
class DefaultPackTest {

    @Inject
    PackImporter importer;

    @Test
    void it_breaks_no_rule_and_is_complete() {
        var counts = importer.read().manuscripts().stream()
                .collect(Collectors.groupingBy(Manuscript::collection, Collectors.counting()));

        assertThat(counts)
                .containsAllEntriesOf(Map.of(
                        "topics", 22L,
                        "conditions", 13L,
                        "side-effects", 32L,
                        "faqs", 33L,
                        "references", 81L,
                        "glossary", 40L));
    }

    @Test
    void every_condition_opens_with_the_us_status_of_ketamine() {
        assertThat(conditions()).allSatisfy((slug, condition) -> {
            var first = condition.regulatoryStatus().get(0);
            assertThat(first.jurisdiction()).isEqualTo("US");
            assertThat(first.product()).isEqualTo(Product.KETAMINE_INJECTION);
            assertThat(first.status()).isEqualTo(Status.OFF_LABEL);
        });
    }

    @Test
    void every_condition_is_graded() {
        assertThat(conditions())
                .allSatisfy((slug, condition) ->
                        assertThat(condition.evidence().certainty()).isNotEqualTo(Certainty.NOT_GRADED));
    }

    @Test
    void the_us_line_is_among_the_contacts_that_stand_everywhere() {
        var primary = importer.read().manuscripts().stream()
                .map(Manuscript::content)
                .filter(content -> content instanceof CrisisResourceContent resource && resource.primary())
                .map(content -> ((CrisisResourceContent) content).call())
                .filter(Objects::nonNull);

        assertThat(primary).contains("988");
    }

    private Map<String, ConditionContent> conditions() {
        var conditions = importer.read().manuscripts().stream()
                .filter(manuscript -> manuscript.content() instanceof ConditionContent)
                .collect(Collectors.toMap(Manuscript::slug, each -> (ConditionContent) each.content()));
        assertThat(conditions).isNotEmpty();
        return conditions;
    }
}
