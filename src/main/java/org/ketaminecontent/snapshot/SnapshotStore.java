package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.ketaminecontent.http.RequestFacts;
import org.ketaminecontent.live.ChangeLogIdentity;

/** The folder with the files of the latest snapshots, and a list of them. */
@ApplicationScoped
public class SnapshotStore {

    private static final Logger LOG = Logger.getLogger(SnapshotStore.class);

    /** A client that has read the list must still find its files after two further snapshots. */
    private static final int KEPT = 3;

    private static final String LIST = "snapshots.json";

    /** The folder of unfinished files, one set at a time; the next process clears what a killed one left. */
    private static final String MAKING = "making";

    /**
     * The contents of the folder.
     *
     * @param log the name of the change log that the snapshots belong to
     * @param base the address at the beginning of links
     * @param tables the {@link SqliteTables#VERSION} of the latest snapshot
     * @param snapshots the latest first
     */
    record Contents(String log, String base, int tables, List<Snapshot> snapshots) {

        static final Contents NONE = new Contents("", "", 0, List.of());

        Contents with(Snapshot next) {
            return new Contents(
                    log,
                    base,
                    SqliteTables.VERSION,
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
    private final ChangeLogIdentity identity;
    private final RequestFacts facts;
    private final ObjectMapper mapper;

    SnapshotStore(SnapshotConfig config, ChangeLogIdentity identity, RequestFacts facts, ObjectMapper mapper) {
        directory = config.directory().toAbsolutePath();
        this.identity = identity;
        this.facts = facts;
        this.mapper = mapper;
    }

    /**
     * The contents of the folder. Snapshots of another log, with links to another address, or without all of their files
     * are ignored.
     */
    Contents read() {
        var name = identity.get().name();
        var found = found();
        return found.log().equals(name) && found.base().equals(facts.home())
                ? new Contents(
                        name,
                        found.base(),
                        found.tables(),
                        found.snapshots().stream().filter(this::isComplete).toList())
                : new Contents(name, facts.home(), 0, List.of());
    }

    private boolean isComplete(Snapshot snapshot) {
        return snapshot.files().stream().allMatch(each -> Files.exists(file(name(each))));
    }

    private Contents found() {
        try {
            return mapper.readValue(Files.readAllBytes(directory.resolve(LIST)), Contents.class);
        } catch (NoSuchFileException e) {
            return Contents.NONE;
        } catch (JsonProcessingException e) {
            LOG.warnf(
                    "The list of snapshots in %s cannot be read; new ones are made: %s",
                    directory, e.getOriginalMessage());
            return Contents.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The time at which the list was last written; the epoch if never. */
    Instant modified() {
        try {
            return Files.getLastModifiedTime(directory.resolve(LIST)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** An empty folder for unfinished files. */
    Path begin() throws IOException {
        var making = Files.createDirectories(directory.resolve(MAKING));
        clear();
        return making;
    }

    /** Removes unfinished files. */
    void clear() throws IOException {
        try (var files = Files.list(directory.resolve(MAKING))) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Writes the list, and removes files that it no longer contains. Readers see either the old or the new list. */
    void replace(Contents contents) throws IOException {
        var next = directory.resolve(MAKING).resolve(LIST);
        Files.write(next, mapper.writeValueAsBytes(contents));
        Files.move(next, directory.resolve(LIST), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        var names = contents.files().map(SnapshotStore::name).toList();
        try (var files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (!name.equals(LIST) && !names.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static String name(Snapshot.File file) {
        return file.href().substring(file.href().lastIndexOf('/') + 1);
    }
}
