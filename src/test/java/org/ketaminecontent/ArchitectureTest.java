package org.ketaminecontent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The arrows of the package map. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "org.ketaminecontent.";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.ketaminecontent");

    @Test
    void arrows_point_from_nouns_and_capabilities_to_the_kernel() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("content")
                .definedBy(ROOT + "content")
                .layer("http")
                .definedBy(ROOT + "http")
                .layer("publishing")
                .definedBy(ROOT + "publishing")
                .layer("delivery")
                .definedBy(ROOT + "delivery")
                .layer("search")
                .definedBy(ROOT + "search")
                .layer("sync")
                .definedBy(ROOT + "sync")
                .layer("snapshot")
                .definedBy(ROOT + "snapshot")
                .layer("pack")
                .definedBy(ROOT + "pack")
                .layer("start")
                .definedBy(ROOT + "start")
                .layer("linkeddata")
                .definedBy(ROOT + "linkeddata")
                .layer("page")
                .definedBy(ROOT + "page")
                .layer("embed")
                .definedBy(ROOT + "embed")
                .layer("feed")
                .definedBy(ROOT + "feed")
                .layer("nouns")
                .definedBy(
                        ROOT + "topic",
                        ROOT + "condition",
                        ROOT + "sideeffect",
                        ROOT + "faq",
                        ROOT + "reference",
                        ROOT + "glossary",
                        ROOT + "crisis")
                .layer("access")
                .definedBy(ROOT + "access")
                .layer("editorial")
                .definedBy(ROOT + "editorial")
                .layer("studio")
                .definedBy(ROOT + "studio")
                .layer("description")
                .definedBy(ROOT + "description")
                .withOptionalLayers(true)
                .whereLayer("content")
                .mayNotAccessAnyLayer()
                .whereLayer("http")
                .mayNotAccessAnyLayer()
                .whereLayer("publishing")
                .mayOnlyAccessLayers("content")
                .whereLayer("delivery")
                .mayOnlyAccessLayers("content", "http", "publishing")
                .whereLayer("search")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery")
                .whereLayer("linkeddata")
                .mayOnlyAccessLayers("content", "delivery")
                .whereLayer("page")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery", "search", "linkeddata")
                .whereLayer("embed")
                .mayOnlyAccessLayers("content", "http", "delivery", "page")
                .whereLayer("feed")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery")
                .whereLayer("sync")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery")
                .whereLayer("snapshot")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery", "sync")
                .whereLayer("pack")
                .mayOnlyAccessLayers("content", "publishing")
                .whereLayer("nouns")
                .mayOnlyAccessLayers("content", "http", "delivery")
                .whereLayer("description")
                .mayOnlyAccessLayers("content", "http")
                .whereLayer("start")
                .mayOnlyAccessLayers("pack", "publishing", "http", "editorial", "access")
                .whereLayer("access")
                .mayOnlyAccessLayers("http", "publishing")
                .whereLayer("editorial")
                .mayOnlyAccessLayers("content", "http", "publishing", "pack", "delivery", "access")
                .whereLayer("studio")
                .mayOnlyAccessLayers("content", "http", "publishing", "delivery", "access", "editorial", "page")
                .check(CODE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void between_nouns_arrows_follow_their_relations() {
        noNoun("reference", "glossary", "crisis", "condition", "sideeffect", "faq", "topic");
        noNoun("crisis", "reference", "glossary", "condition", "sideeffect", "faq", "topic");
        noNoun("glossary", "crisis", "condition", "sideeffect", "faq", "topic");
        noNoun("condition", "glossary", "crisis", "sideeffect", "faq", "topic");
        noNoun("sideeffect", "glossary", "crisis", "faq", "topic");
        noNoun("faq", "glossary", "crisis", "topic");
        noNoun("topic", "glossary", "crisis");
    }

    private static void noNoun(String from, String... to) {
        var packages = Arrays.stream(to).map(each -> ROOT + each).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CODE);
    }

    @Test
    void the_kernel_knows_no_http() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "content")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..")
                .check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .orShould()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(CODE);
    }

    /** A replica whose own clock is wrong must do nothing early; these only refuse, forget and advise. */
    @Test
    void what_is_due_is_decided_by_the_databases_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "editorial", ROOT + "publishing")
                .and()
                .haveNameNotMatching(".*\\.(IdempotencyKeys|StepRequests\\$Schedule|AsOfCheck)")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now", ZoneId.class)
                .orShould()
                .callMethod(LocalDate.class, "now", Clock.class)
                .check(CODE);
    }

    @Test
    void only_the_publisher_writes_what_readers_see() {
        classes()
                .that()
                .resideOutsideOfPackages(ROOT + "publishing", ROOT + "access", ROOT + "editorial")
                .should(new ArchCondition<JavaClass>("not persist or delete entities") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTarget().getName().matches("persist.*|delete.*|merge|flush"))
                                .filter(call -> call.getTargetOwner()
                                        .getFullName()
                                        .matches(".*(Panache|EntityManager|Entry).*"))
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                    }
                })
                .check(CODE);
    }
}
