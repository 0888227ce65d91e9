package org.ketaminecontent;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectPackages;
import org.ketaminecontent.testing.EditorialTest;

/** Each test is in one of the two suites. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SuitesTest {

    private static final List<String> PACKAGES =
            List.of(EditorialSuite.class.getAnnotation(SelectPackages.class).value());

    private static final List<String> CLASSES =
            List.of(EditorialSuite.class.getAnnotation(SelectClasses.class).names());

    @Test
    void what_one_suite_has_the_other_leaves_out() {
        assertThat(ReadingSuite.class.getAnnotation(ExcludePackages.class).value())
                .containsExactlyElementsOf(PACKAGES);
        assertThat(ReadingSuite.class
                        .getAnnotation(ExcludeClassNamePatterns.class)
                        .value())
                .containsExactlyElementsOf(CLASSES);
    }

    /** The suite of readers would start a second application for it. */
    @Test
    void tests_that_edit_are_in_the_suite_of_editing() {
        var tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("org.ketaminecontent", "org.example")
                .that(annotatedWith(EditorialTest.class));

        assertThat(tests)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(CLASSES.contains(test.getName())
                                || PACKAGES.stream()
                                        .anyMatch(name -> (test.getPackageName() + ".").startsWith(name + ".")))
                        .as(test.getName())
                        .isTrue());
    }
}
