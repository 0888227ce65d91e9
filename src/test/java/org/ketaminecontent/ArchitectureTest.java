package org.ketaminecontent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The arrows of the package map. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final String ROOT = "org.ketaminecontent.";
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.ketaminecontent");

    /** The rooms that each room may know; what the map in the root package tells, and nothing more. */
    static final Map<String, List<String>> ARROWS = Map.ofEntries(
            entry("text", List.of()),
            entry("http", List.of()),
            entry("danger", List.of("text")),
            entry("content", List.of("text", "danger")),
            entry("cache", List.of("http")),
            entry("manuscript", List.of("content", "text")),
            entry("live", List.of("content", "text")),
            entry("publishing", List.of("manuscript", "live", "content", "text")),
            entry("delivery", List.of("live", "cache", "http", "content", "text")),
            entry("search", List.of("delivery", "live", "cache", "http", "danger", "content", "text")),
            entry("linkeddata", List.of("delivery", "content")),
            entry(
                    "page",
                    List.of("linkeddata", "search", "delivery", "live", "cache", "http", "danger", "content", "text")),
            entry("embed", List.of("page", "delivery", "cache", "http", "content", "text")),
            entry("feed", List.of("delivery", "live", "cache", "http", "content")),
            entry("sync", List.of("delivery", "live", "cache", "http", "content", "text")),
            entry("snapshot", List.of("sync", "delivery", "live", "cache", "http", "content", "text")),
            entry("description", List.of("cache", "http", "content", "text")),
            entry("pack", List.of("publishing", "manuscript", "live", "content", "text")),
            entry("access", List.of("live", "http")),
            entry(
                    "editorial",
                    List.of(
                            "access",
                            "pack",
                            "publishing",
                            "manuscript",
                            "live",
                            "delivery",
                            "http",
                            "content",
                            "text")),
            entry("transfer", List.of("editorial", "access", "pack", "manuscript", "live", "http")),
            entry("webhook", List.of("access", "live", "cache", "http", "content")),
            entry("studio", List.of("webhook", "editorial", "access", "http", "content", "text")),
            entry("start", List.of("webhook", "editorial", "access", "pack", "publishing", "live", "cache", "http")));

    /** Every content type knows these, and others only along its relations. */
    static final List<String> CONTENT_TYPES =
            List.of("topic", "condition", "sideeffect", "faq", "reference", "glossary", "crisis");

    static final List<String> KNOWN_TO_CONTENT_TYPES = List.of("delivery", "http", "danger", "content", "text");

    @Test
    void arrows_are_those_of_the_map() {
        var unmapped = CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .filter(room -> !ARROWS.containsKey(room) && !CONTENT_TYPES.contains(room));
        assertThat(unmapped).isEmpty();
        ARROWS.forEach(ArchitectureTest::assertKnowsOnly);
        CONTENT_TYPES.forEach(room -> {
            var known = new ArrayList<>(KNOWN_TO_CONTENT_TYPES);
            known.addAll(CONTENT_TYPES);
            assertKnowsOnly(room, known);
        });
    }

    private static void assertKnowsOnly(String room, List<String> known) {
        var others = new TreeSet<>(ARROWS.keySet());
        others.addAll(CONTENT_TYPES);
        others.remove(room);
        known.forEach(others::remove);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream().map(each -> ROOT + each).toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void no_simple_name_stands_for_two_types() {
        var names = CODE.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .sorted()
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void between_content_types_arrows_follow_their_relations() {
        knowsNone("reference", "glossary", "crisis", "condition", "sideeffect", "faq", "topic");
        knowsNone("crisis", "reference", "glossary", "condition", "sideeffect", "faq", "topic");
        knowsNone("glossary", "crisis", "condition", "sideeffect", "faq", "topic");
        knowsNone("condition", "glossary", "crisis", "sideeffect", "faq", "topic");
        knowsNone("sideeffect", "glossary", "crisis", "faq", "topic");
        knowsNone("faq", "glossary", "crisis", "topic");
        knowsNone("topic", "glossary", "crisis");
    }

    private static void knowsNone(String from, String... to) {
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

    /** Panache names the entity in a query, so none is put together from the names of classes. */
    @Test
    void queries_are_not_made_of_class_names() {
        noClasses().should().callMethod(EntityManager.class, "getMetamodel").check(CODE);
    }

    /** A replica whose own clock is wrong must do nothing early. */
    @Test
    void what_is_due_is_decided_by_the_databases_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "editorial", ROOT + "publishing")
                .should()
                .callMethod(LocalDate.class, "now", ZoneId.class)
                .orShould()
                .callMethod(LocalDate.class, "now", Clock.class)
                .check(CODE);
    }

    @Test
    void who_needs_the_time_is_given_a_clock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemClock")
                .and()
                // The header of every answer has it, and nothing is decided by it.
                .doNotHaveSimpleName("HttpDate")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now", ZoneId.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    @Test
    void only_the_publisher_writes_what_readers_see() {
        classes()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "publishing", ROOT + "access", ROOT + "editorial", ROOT + "transfer", ROOT + "webhook")
                .should(new ArchCondition<JavaClass>("not persist or delete entities") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethodCallsFromSelf().stream()
                                .filter(call -> call.getTarget().getName().matches("persist.*|delete.*|merge|flush"))
                                .filter(call -> call.getTargetOwner()
                                        .getFullName()
                                        .matches(".*(Panache|EntityManager|Entry|ContentType).*"))
                                .forEach(
                                        call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
                    }
                })
                .check(CODE);
    }
}
