package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder that holds the files of the latest snapshots, and a list of them. */
@ApplicationScoped
public class SnapshotStore {

    /** Whoever has read the list must still find its files when the next two are made. */
    private static final int KEPT = 3;

    private static final String LIST = "snapshots.json";

    /**
     * What the folder holds.
     *
     * @param log the name of the log of changes that they are of
     * @param base what links begin with
     * @param snapshots the latest first
     */
    record Contents(String log, String base, List<Snapshot> snapshots) {

        static final Contents NONE = new Contents("", "", List.of());

        Contents with(Snapshot next) {
            return new Contents(
                    log,
                    base,
                    Stream.concat(Stream.of(next), snapshots.stream())
                            .limit(KEPT)
                            .toList());
        }

        Optional<Snapshot> latest() {
            return snapshots.stream().findFirst();
        }

        Stream<Snapshot.File> files() {
            return snapshots.stream().flatMap(each -> each.files().stream());
        }
    }

    private final Path directory;
    private final ObjectMapper mapper;

    SnapshotStore(SnapshotConfig config, ObjectMapper mapper) {
        directory = config.directory().toAbsolutePath();
        this.mapper = mapper;
    }

    /** The contents of the folder; nothing where there is none. */
    Contents read() {
        try {
            return mapper.readValue(Files.readAllBytes(directory.resolve(LIST)), Contents.class);
        } catch (NoSuchFileException e) {
            return Contents.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder for files that are being made. */
    Path begin() throws IOException {
        Files.createDirectories(directory);
        return Files.createTempDirectory(directory, "new-");
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Lists the files, and drops those that are listed no more. Whoever reads sees the list of before or of after. */
    void replace(Contents contents) throws IOException {
        var next = Files.createTempFile(directory, "new-", ".json");
        Files.write(next, mapper.writeValueAsBytes(contents));
        Files.move(next, directory.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        var names = contents.files().map(SnapshotStore::name).toList();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(LIST) && !name.startsWith("new-") && !names.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static String name(Snapshot.File file) {
        return file.href().substring(file.href().lastIndexOf('/') + 1);
    }
}
