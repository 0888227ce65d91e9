package org.ketaminecontent.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ketaminecontent.testing.ApiTest;

/**
 * The description in Git is what the code makes. The files themselves prove nothing, since every build writes them: what
 * counts is what Git has staged or committed.
 */
@ApiTest
class DriftTest {

    /** What the application itself reads. */
    private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc%s.JSON";

    private static final int SHOWN_LINES = 5;

    @BeforeEach
    void only_where_there_is_a_repository() {
        assumeTrue(Files.exists(Path.of(".git")), "the sources came without their repository");
    }

    @Test
    void the_json_is_committed() throws IOException, InterruptedException {
        assertCommitted("openapi/openapi.json", "", new ObjectMapper());
        assertCommitted("openapi/openapi-3.0.json", "-openapi30", new ObjectMapper());
    }

    @Test
    void the_yaml_is_committed() throws IOException, InterruptedException {
        assertCommitted("openapi/openapi.yaml", "", new YAMLMapper());
        assertCommitted("openapi/openapi-3.0.yaml", "-openapi30", new YAMLMapper());
    }

    private static void assertCommitted(String file, String suffix, ObjectMapper mapper)
            throws IOException, InterruptedException {
        var staged = mapper.readTree(staged(file)).toPrettyString().lines().toList();
        var generated = generated(suffix).toPrettyString().lines().toList();
        // The first difference is enough: both have thousands of lines.
        int same = 0;
        while (same < Math.min(staged.size(), generated.size())
                && staged.get(same).equals(generated.get(same))) {
            same++;
        }
        assertThat(staged.stream().skip(same).limit(SHOWN_LINES))
                .as(
                        "%s is not what the code makes: see `git diff %s`, and `git add %s` if you mean it",
                        file, file, file)
                .containsExactlyElementsOf(
                        generated.stream().skip(same).limit(SHOWN_LINES).toList());
    }

    private static JsonNode generated(String suffix) throws IOException {
        var name = GENERATED.formatted(suffix);
        try (var document = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(document, name));
        }
    }

    private static byte[] staged(String file) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "show", ":" + file)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var content = git.getInputStream().readAllBytes();
        assertThat(git.waitFor()).as("git show :%s", file).isZero();
        return content;
    }
}
