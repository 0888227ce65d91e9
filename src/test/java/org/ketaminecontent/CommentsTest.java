package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Doc comments begin with the thing that they describe, so that a stranger can read them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentsTest {

    private static final Path CODE = Path.of("src/main/java/org/ketaminecontent");

    private static final Pattern HEADLESS =
            Pattern.compile("/\\*\\*[\\s*]*(?:What|Whatever|Who|Whoever|Whom|Whose|Whether|How|However|Where|Why)\\b");

    @Test
    void a_doc_comment_begins_with_a_noun_or_a_verb() throws IOException {
        try (var files = Files.walk(CODE)) {
            var found = files.filter(Files::isRegularFile)
                    .flatMap(file -> headless(file))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void a_clause_without_a_head_is_found() {
        assertThat(lines("class A {\n\n    /**\n     * What is left.\n     */\n    int b;\n}"))
                .containsExactly(3);
        assertThat(lines("/** Whoever asks. */\n/** The rest. */\n/** Whether it is. */"))
                .containsExactly(1, 3);
        assertThat(lines("/** Whatnot. */ /* What else? */ // How so?")).isEmpty();
    }

    private static Stream<String> headless(Path file) {
        try {
            return lines(Files.readString(file)).stream().map(line -> file + ":" + line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The lines, from 1, on which such comments begin. */
    private static List<Integer> lines(String code) {
        return HEADLESS.matcher(code)
                .results()
                .map(match -> 1
                        + (int) code.substring(0, match.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                .toList();
    }
}
