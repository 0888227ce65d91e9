package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.access.Role;
import org.ketaminecontent.testing.Api;
import org.ketaminecontent.testing.Described;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;
import org.ketaminecontent.testing.Editors.Editor;

/** Every cell of the table in {@code docs/access.md}. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class AccessTableTest {

    private static final Path TABLE = Path.of("docs/access.md");
    private static final String ALLOWED = "✓";

    @Inject
    Editors editors;

    @BeforeEach
    void somebody_may_edit() {
        editors.bootstrap();
    }

    @Test
    void the_documentation_begins_with_delivery_and_names_editing_where_it_is_possible() {
        assertThat(RestAssured.given().get("/docs").asString())
                .containsSubsequence("/docs\" aria-current", "/docs/editorial\"", "<h1>Delivery API</h1>");
        var contents = RestAssured.given().get("/docs/editorial").asString();
        // It has a line for each operation of each type.
        assertThat(contents)
                .hasSizeLessThan(9_000 * Api.collections().size())
                .contains("<h1>Editorial API</h1>", "/docs/editorial/keys#", "/editorial/v1/keys");
        assertThat(Pattern.compile("/docs/editorial/([a-z0-9-]+)#")
                        .matcher(contents)
                        .results()
                        .map(link -> link.group(1))
                        .distinct())
                .contains("documents", "schemas-a-f")
                .allSatisfy(page -> assertThat(RestAssured.given()
                                .get("/docs/editorial/" + page)
                                .asString())
                        .hasSizeLessThan(60_000));
        assertThat(RestAssured.given().get("/docs/editorial/keys").asString())
                .contains("<h1>Keys</h1>", "/editorial/v1/keys", "/docs/editorial\">All calls");
    }

    /** An operation, with what becomes of each role. */
    record Row(String operation, Map<String, String> cells) {

        @Override
        public String toString() {
            return operation;
        }
    }

    static List<Row> rows() {
        var lines = lines().filter(line -> line.startsWith("| ")).toList();
        var header = lines.stream()
                .filter(line -> line.startsWith("| Operation"))
                .findFirst()
                .orElseThrow();
        var roles = cells(header);
        return lines.stream()
                .filter(line -> line.matches("\\| [A-Z]+ /.*"))
                .map(AccessTableTest::cells)
                .map(cells -> {
                    var byRole = new LinkedHashMap<String, String>();
                    for (int i = 1; i < cells.size(); i++) {
                        byRole.put(roles.get(i), cells.get(i));
                    }
                    return new Row(cells.get(0), byRole);
                })
                .toList();
    }

    private static Stream<String> lines() {
        try {
            return Files.readAllLines(TABLE).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    @Test
    void every_operation_is_in_the_table() {
        var collections = Described.read().collections().collect(Collectors.joining("|", "/(", ")(?=/|$)"));
        var described = Described.readEditorial()
                .names()
                .map(name -> name.replaceFirst(collections, "/{collection}"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rows()).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(described);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_cell_holds(Row row) {
        assertThat(row.cells()).containsOnlyKeys("nobody", "author", "reviewer", "publisher", "admin");
        row.cells()
                .forEach((role, expected) -> assertThat(outcome(row.operation(), role))
                        .as(role + ": " + row.operation())
                        .isEqualTo(expected));
    }

    @Test
    void the_roles_are_as_the_table_says() {
        var rows = lines().filter(line -> line.matches("\\| (author|reviewer|publisher|admin) \\|.*"))
                .collect(Collectors.toMap(
                        line -> cells(line).get(0), line -> cells(line).get(1)));

        for (var role : Role.values()) {
            var rights =
                    role.rights().stream().sorted().map(right -> right.scope()).collect(Collectors.joining(", "));
            assertThat(rows).containsEntry(role.name().toLowerCase(), rights);
        }
    }

    private String outcome(String operation, String role) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{collection}", "glossary")
                .replace("{revision}", "1")
                .replaceAll("\\{(name|id|delivery)}", "there-is-no-such");
        var request = RestAssured.given().contentType(contentType(method, path));
        if (!role.equals("nobody")) {
            request.header("Authorization", "Bearer " + holder(role).key());
        }
        if (!method.equals("GET")) {
            request.body("{}".getBytes(StandardCharsets.UTF_8));
        }
        var answer = request.request(method, path);
        return switch (answer.statusCode()) {
            case 401 -> "401";
            case 403 -> {
                assertThat(answer.jsonPath().getString("needed")).isNotBlank();
                yield "403";
            }
            default -> {
                assertThat(answer.statusCode()).isNotEqualTo(415).isLessThan(500);
                yield ALLOWED;
            }
        };
    }

    private static String contentType(String method, String path) {
        if (path.endsWith("/imports")) {
            return "application/zip";
        }
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private Editor holder(String role) {
        return switch (role) {
            case "author" -> editors.writer();
            case "reviewer" -> editors.reviewer();
            case "publisher" -> editors.publisher();
            default -> editors.admin();
        };
    }
}
