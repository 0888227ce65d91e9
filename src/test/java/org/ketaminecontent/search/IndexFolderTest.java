package org.ketaminecontent.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.IndexWriterConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary folders of the search index, of which a process that is killed leaves one. */
class IndexFolderTest {

    private static final Instant LONG_AGO = Instant.EPOCH;

    @TempDir
    Path among;

    @Test
    void a_folder_that_was_left_is_removed() throws IOException {
        var left = folder("ketamine-content-search-1", LONG_AGO);

        IndexFolder.temporary(among).close();

        assertThat(left).doesNotExist();
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        var elsewhere = folder("elsewhere", LONG_AGO);
        Files.createSymbolicLink(among.resolve("ketamine-content-search-3"), elsewhere);

        IndexFolder.temporary(among).close();

        assertThat(elsewhere).isDirectoryContaining("glob:**_0.cfs").isDirectoryNotContaining("glob:**write.lock");
    }

    @Test
    void a_folder_in_use_stays() throws IOException {
        try (var used = IndexFolder.temporary(among);
                var writer = used.writer(new IndexWriterConfig())) {
            writer.commit();
            var folder = only();
            Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));

            IndexFolder.temporary(among).close();

            assertThat(folder).isDirectoryContaining("glob:**segments_*");
        }
        assertThat(among).isEmptyDirectory();
    }

    @Test
    void a_folder_that_was_just_made_and_those_of_others_stay() throws IOException {
        var now = Files.getLastModifiedTime(among).toInstant();
        var young = folder("ketamine-content-search-2", now.minus(Duration.ofMinutes(4)));
        var other = folder("notes", LONG_AGO);

        IndexFolder.temporary(among).close();

        assertThat(young).exists();
        assertThat(other).exists();
    }

    private Path folder(String name, Instant modified) throws IOException {
        var folder = Files.createDirectory(among.resolve(name));
        Files.writeString(folder.resolve("_0.cfs"), "");
        return Files.setLastModifiedTime(folder, FileTime.from(modified));
    }

    private Path only() throws IOException {
        try (var folders = Files.list(among)) {
            return folders.findFirst().orElseThrow();
        }
    }
}
