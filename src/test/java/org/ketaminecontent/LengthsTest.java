package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Files and methods are short enough to be read at once; those that were longer before are named here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LengthsTest {

    private static final int LINES_OF_A_FILE = 250;
    private static final int LINES_OF_A_METHOD = 50;

    /** Files that were longer on November 28, 2026. A file that is cut leaves the list; none joins it. */
    private static final Set<String> LONGER_FILES = Set.of(
            "CrashIT",
            "EditPagesTest",
            "EmbedCodeResourceTest",
            "EmbedResourceTest",
            "HostileBodiesTest",
            "HostileRequestTest",
            "HostileTextTest",
            "InFlightTest",
            "InfobuttonTest",
            "KeycloakIT",
            "ListFilterTest",
            "LocalDatabaseIT",
            "OperatingGuideIT",
            "OwnDatabaseIT",
            "PackAndPeopleTest",
            "PageResourceTest",
            "ParameterTest",
            "RunningApplication",
            "SearchTest",
            "SnapshotTest");

    /** Methods that were longer on November 28, 2026: a history told in one test, a table of cases. None joins them. */
    private static final Set<String> LONGER_METHODS = Set.of(
            "HostileTextTest.parts",
            "LanguageCheck.body",
            "LifeOfADocumentTest.from_the_first_draft_to_the_withdrawal",
            "StabilityTest.breaks",
            "WebhookEventsTest.a_publication_a_correction_and_a_withdrawal_are_told_with_signatures");

    @Test
    void files_have_at_most_250_lines() throws IOException {
        var longer = new TreeMap<String, Integer>();
        for (var file : files()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LINES_OF_A_FILE) {
                longer.put(name(file), lines);
            }
        }
        assertThat(longer.keySet()).as("%s", longer).isEqualTo(LONGER_FILES);
    }

    @Test
    void methods_have_at_most_50_lines() throws IOException {
        var longer = new TreeMap<String, Integer>();
        forEachMethod((name, lines) -> {
            if (lines > LINES_OF_A_METHOD) {
                longer.put(name, lines);
            }
        });
        assertThat(longer.keySet()).as("%s", longer).isEqualTo(LONGER_METHODS);
    }

    private static List<Path> files() throws IOException {
        try (var main = Files.walk(Path.of("src/main/java"));
                var test = Files.walk(Path.of("src/test/java"))) {
            return Stream.concat(main, test)
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static void forEachMethod(BiConsumer<String, Integer> use) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files()));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new TreePathScanner<Void, CompilationUnitTree>() {
                    @Override
                    public Void visitMethod(MethodTree method, CompilationUnitTree in) {
                        var lines = in.getLineMap();
                        long first = lines.getLineNumber(positions.getStartPosition(in, method));
                        long last = lines.getLineNumber(positions.getEndPosition(in, method));
                        use.accept(name(Path.of(in.getSourceFile().getName())) + "." + method.getName(), (int)
                                (last - first + 1));
                        return super.visitMethod(method, in);
                    }
                }.scan(unit, unit);
            }
        }
    }
}
