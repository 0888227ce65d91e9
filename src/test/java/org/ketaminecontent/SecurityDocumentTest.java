package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page on security names every point of the standard once, and only tests that there are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityDocumentTest {

    /** The numbers of the points of levels 1 and 2. */
    private static final Path POINTS = Path.of("src/test/resources/security/asvs-5.0-level-2.txt");

    private static final Path PAGE = Path.of("docs/security.md");
    private static final Pattern POINT = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))(?:\\.([a-z_0-9]+))?`");
    private static final Pattern SCRIPT = Pattern.compile("`([a-z]+\\.test\\.mjs)`");

    private static String page() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> testSources() throws IOException {
        try (var files = Files.walk(Path.of("src/test"))) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java|.*\\.test\\.mjs"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), SecurityDocumentTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_point_of_levels_one_and_two_is_answered_once() throws IOException {
        var points = page().lines()
                .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+.*"))
                .map(line -> line.split("\\|")[1])
                .flatMap(cell -> POINT.matcher(cell).results().map(match -> match.group()))
                .toList();

        assertThat(points).containsExactlyInAnyOrderElementsOf(Files.readAllLines(POINTS));
    }

    @Test
    void every_risk_of_the_top_ten_is_answered() {
        assertThat(page().lines().filter(line -> line.matches("\\| API\\d+ .*")))
                .hasSize(10);
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        var sources = testSources();

        assertThat(TEST_NAME.matcher(page()).results().toList())
                .hasSizeGreaterThan(50)
                .filteredOn(match -> !match.group(1).equals("SecurityDocumentTest"))
                .allSatisfy(match -> {
                    assertThat(sources).containsKey(match.group(1));
                    if (match.group(2) != null) {
                        assertThat(sources.get(match.group(1))).contains("void " + match.group(2) + "(");
                    }
                });
        assertThat(SCRIPT.matcher(page()).results().map(match -> match.group(1)).toList())
                .isNotEmpty()
                .isSubsetOf(List.copyOf(sources.keySet()));
    }
}
