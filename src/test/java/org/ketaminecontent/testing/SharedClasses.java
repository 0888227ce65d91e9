package org.ketaminecontent.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An archive of the packaged application's loaded classes (JEP 350). With it, each of the many starts in integration tests
 * takes a third less processor time. The build makes it by a start and a stop.
 */
public final class SharedClasses {

    private static final Path ARCHIVE = Path.of("target/shared-classes.jsa").toAbsolutePath();

    private SharedClasses() {}

    /** Makes the archive. */
    public static void main(String... arguments) throws IOException {
        Files.deleteIfExists(ARCHIVE);
        var folder = Files.createTempDirectory("shared-classes-");
        var settings = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-XX:ArchiveClassesAtExit=" + ARCHIVE,
                "KETAMINE_CONTENT_PACK_DIRECTORY",
                SamplePack.in(folder.resolve("pack")).folder().toString());
        try (var application = RunningApplication.start(folder, settings).awaitReady()) {
            application.get("/v1/topics");
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The options of Java that use the archive; none if it is missing or older than the application. */
    static List<String> options(Path application) throws IOException {
        return Files.exists(ARCHIVE)
                        && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(application)) > 0
                ? List.of("-XX:SharedArchiveFile=" + ARCHIVE)
                : List.of();
    }
}
