package org.ketaminecontent.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.publishing.ContentHash;
import org.ketaminecontent.testing.ApiTest;
import org.ketaminecontent.testing.SamplePack;

/** The files of a pack: their names, their encoding, and what other programs add. */
@ApiTest
class PackFilesTest {

    private static final String TERM = "glossary/sample-term.md";

    @Inject
    PackSource importer;

    @TempDir
    Path folder;

    @Test
    void a_misspelt_folder_is_no_way_to_withdraw_everything() {
        var pack = SamplePack.in(folder).writing("topic/new.md", "x");

        assertThat(errorsOf(pack)).contains(new PackError("topic", 1, "is not part of a content pack"));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error() {
        assertThat(errorsOf(folder.resolve("nowhere"))).hasSize(1);
    }

    /** A checkout on Windows, an editor that writes a byte order mark, and a file system that takes letters apart. */
    @Test
    void the_same_text_written_otherwise_is_the_same_content() throws IOException {
        var accents = Map.of("words", "A caf\u00e9 word");
        var pack = SamplePack.in(folder).replacing(TERM, "A word that", accents.get("words") + " that");
        var before = hashes(pack);
        try (var files = Files.walk(pack.folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var apart = Normalizer.normalize(Files.readString(file), Normalizer.Form.NFD);
                Files.writeString(file, "\uFEFF" + apart.replace("\n", "\r\n"));
            }
        }

        assertThat(hashes(pack)).isEqualTo(before);
    }

    private Map<String, String> hashes(SamplePack pack) {
        return importer.read(pack.folder()).manuscripts().stream()
                .collect(Collectors.toMap(Manuscript::key, each -> ContentHash.of(each.content())));
    }

    @Test
    void what_is_no_text_file_is_named() throws IOException {
        var pack = SamplePack.in(folder)
                .writing("glossary/folder.md/inner.md", "x")
                .writing("glossary/other.txt", "x");
        Files.write(pack.folder().resolve("glossary/latin.md"), new byte[] {'-', '-', '-', '\n', (byte) 0xFC, '\n'});
        Files.write(pack.folder().resolve("synonyms.yaml"), new byte[] {(byte) 0xFC});

        assertThat(errorsOf(pack))
                .extracting(PackError::file)
                .contains("glossary/folder.md", "glossary/other.txt", "glossary/latin.md", "synonyms.yaml");
    }

    @Test
    void what_operating_systems_add_is_passed_over() {
        var pack = SamplePack.in(folder)
                .writing(".DS_Store", "x")
                .writing("Thumbs.db", "x")
                .writing("topics/.DS_Store", "x")
                .writing("topics/._sample-topic.md", "x")
                .writing("topics/desktop.ini", "x");

        assertThat(importer.read(pack.folder()).manuscripts()).hasSize(8);
    }

    private List<PackError> errorsOf(SamplePack pack) {
        return errorsOf(pack.folder());
    }

    private List<PackError> errorsOf(Path pack) {
        return catchThrowableOfType(BrokenPack.class, () -> importer.read(pack)).errors();
    }
}
