package org.ketaminecontent.editorial;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ketaminecontent.testing.EditorialTest;
import org.ketaminecontent.testing.Editors;

/** An archive with a content pack is refused if it cannot be unpacked as it was packed. */
@EditorialTest
@TestProfile(EditorialTest.Profile.class)
class PackArchivesTest {

    @Inject
    Editors editors;

    @Test
    void what_is_no_archive_is_refused() throws IOException {
        var evil = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(evil)) {
            zip.putNextEntry(new ZipEntry("../../evil.md"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        for (var body : new byte[][] {new byte[0], "nonsense".getBytes(StandardCharsets.UTF_8), evil.toByteArray()}) {
            editors.admin()
                    .request()
                    .contentType("application/zip")
                    .body(body)
                    .post("/editorial/v1/imports")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("invalid-content"));
        }
    }

    static Stream<Arguments> refusals() throws IOException {
        var sound = PacksTest.zip(Map.of("glossary/a.md", "x".repeat(2_000), "glossary/b.md", "y"));
        return Stream.of(
                arguments("a NUL in a name", PacksTest.zip(Map.of("glossary/a\0.md", "x"))),
                arguments("cut off in a file", Arrays.copyOf(sound, 60)),
                arguments("cut off after a file", Arrays.copyOf(sound, indexOf(sound, "PK\1\2"))),
                arguments("cut off in its directory", Arrays.copyOf(sound, sound.length - 30)),
                arguments("damaged", damaged(sound)),
                arguments("a way up", PacksTest.zip(Map.of("a/../../evil.md", "x"))),
                arguments("a way up on Windows", PacksTest.zip(Map.of("..\\evil.md", "x"))),
                arguments("an absolute name", PacksTest.zip(Map.of("/etc/evil.md", "x"))),
                arguments("a drive", PacksTest.zip(Map.of("C:/evil.md", "x"))),
                arguments("a long name", PacksTest.zip(Map.of("glossary/" + "a".repeat(300) + ".md", "x"))),
                arguments("a deep name", PacksTest.zip(Map.of("a/".repeat(100) + "a.md", "x"))),
                arguments("letters that no slug has", PacksTest.zip(Map.of("glossary/\u00fc.md", "x"))),
                arguments("a line in a name", PacksTest.zip(Map.of("glossary/a\nb.md", "x"))),
                arguments("a name on its way", PacksTest.zip(Map.of("glossary", "x", "glossary/a.md", "x"))),
                arguments(
                        "nothing but what macOS adds",
                        PacksTest.zip(Map.of("__MACOSX/._a.md", "x", ".DS_Store", "x"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void an_archive_that_is_not_sound_is_refused(String fault, byte[] archive) {
        editors.admin()
                .request()
                .contentType("application/zip")
                .body(archive)
                .post("/editorial/v1/imports")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-content"))
                .body("errors[0].detail", startsWith("the body "));
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    /** One bit of what was packed. */
    private static byte[] damaged(byte[] archive) {
        var copy = archive.clone();
        int content = indexOf(archive, "a.md") + "a.md".length();
        copy[content + 3] ^= 1;
        return copy;
    }
}
