package org.ketaminecontent.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What decides whether documents that were published before are written anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FilesDigestTest {

    private static final long ONE_DAY = 86_400_000;

    @TempDir
    Path folder;

    @Test
    void a_jar_is_another_when_a_file_has_another_name_or_other_bytes() throws IOException {
        var before = FilesDigest.ofJar(jar("before", "a.class", "one", 0));

        assertThat(FilesDigest.ofJar(jar("bytes", "a.class", "two", 0))).isNotEqualTo(before);
        assertThat(FilesDigest.ofJar(jar("name", "b.class", "one", 0))).isNotEqualTo(before);
    }

    @Test
    void a_jar_is_the_same_when_it_is_packaged_again() throws IOException {
        var before = FilesDigest.ofJar(jar("before", "a.class", "one", 0));

        assertThat(FilesDigest.ofJar(jar("again", "a.class", "one", ONE_DAY))).isEqualTo(before);
    }

    private Path jar(String jar, String file, String content, long later) throws IOException {
        var path = folder.resolve(jar + ".jar");
        try (var files = new ZipOutputStream(Files.newOutputStream(path))) {
            var entry = new ZipEntry(file);
            entry.setTime(10 * 365 * ONE_DAY + later);
            files.putNextEntry(entry);
            files.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return path;
    }
}
