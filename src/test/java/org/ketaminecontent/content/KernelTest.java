package org.ketaminecontent.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ketaminecontent.text.Balance;
import org.ketaminecontent.text.Slug;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KernelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void nobody_has_reviewed_until_somebody_has() {
        assertThat(new Review().statusOn(TODAY)).isEqualTo(ReviewStatus.NOT_REVIEWED);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31,OVERDUE", "2026-06-01,DUE_SOON", "2026-07-01,DUE_SOON", "2026-07-02,CURRENT"})
    void a_review_grows_old(LocalDate due, ReviewStatus status) {
        var review = new Review();
        review.reviewerName = "A. Sample";
        review.lastReviewed = LocalDate.of(2025, 6, 1);
        review.nextReviewDue = due;

        assertThat(review.statusOn(TODAY)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ptsd", "what-ketamine-is", "988-line"})
    void slugs_are_plain(String slug) {
        assertThat(Slug.isValid(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a--b", "-a", "a-", "a/b", "../a", "a b", "ä"})
    void nothing_else_is_a_slug(String text) {
        assertThat(Slug.isValid(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mood improved.", "People responded.", "It brings relief.", "They felt better."})
    void a_benefit_is_seen(String text) {
        assertThat(Balance.statesBenefit(text)).isTrue();
        assertThat(Balance.namesLimit(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mood improved, but not for long.", "Relief was short.", "It helped few people."})
    void a_limit_beside_it_is_seen(String text) {
        assertThat(Balance.namesLimit(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Depression", "after a suicide", "PTSD", "post-traumatic stress", "self-harm"})
    void words_that_ask_for_crisis_contacts_are_seen(String text) {
        assertThat(CrisisConcern.in(text)).isTrue();
    }

    /** The enums of all fields that authors write or readers get. */
    static Stream<Class<?>> enums() {
        var code = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.ketaminecontent");
        var packages = code.stream()
                .filter(type -> type.isAssignableTo(ContentType.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        return code.stream()
                .filter(type -> type.isRecord()
                        && packages.contains(type.getPackageName())
                        && (type.getFullName().contains("Content")
                                || type.getFullName().contains("Document")))
                .flatMap(type -> type.getFields().stream())
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .filter(JavaClass::isEnum)
                .distinct()
                .map(JavaClass::reflect);
    }

    /** Query parameters are read by rule, bodies are written by annotation: both must agree. */
    @ParameterizedTest
    @MethodSource("enums")
    void enums_are_kebab_case_on_the_wire(Class<?> type) throws Exception {
        for (var constant : type.getEnumConstants()) {
            var name = ((Enum<?>) constant).name();
            var annotation = type.getField(name).getAnnotation(JsonProperty.class);
            var word = name.toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(annotation == null ? "no annotation" : annotation.value())
                    .as("%s.%s needs @JsonProperty(\"%s\")", type.getSimpleName(), name, word)
                    .isEqualTo(word);
        }
    }
}
