package org.ketaminecontent.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the operator's own: it can go away in every way there is, and comes back where it was. */
public final class OwnDatabase implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("io.zonky.test.db.postgres.embedded");

    private final Path directory;
    private final int port = RunningApplication.freePort();
    private @Nullable EmbeddedPostgres postgres;

    /** @param directory where it keeps its files */
    public OwnDatabase(Path directory) {
        this.directory = directory;
    }

    /** Starts it, if it is not running. */
    public OwnDatabase start() {
        thaw();
        if (processIn(directory).findAny().isEmpty()) {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(directory)
                        .setCleanDataDirectory(false)
                        .setPort(port)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    public int port() {
        return port;
    }

    /** What an operator sets so that the application uses it. */
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + port + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres");
    }

    /** The one value that a query finds. */
    public String value(String query) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes it, as nobody should. */
    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends all its processes at once, as a crash does. */
    public void kill() {
        var processes = processes().toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        // It complains that there is nothing to stop, and lets go of the folder.
        var level = LOG.getLevel();
        LOG.setLevel(Level.OFF);
        close();
        LOG.setLevel(level);
    }

    /** Lets it hang: connections stay open, and nothing answers. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        var pids = processes().map(process -> String.valueOf(process.pid())).toList();
        if (pids.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder(Stream.concat(Stream.of("kill", signal), pids.stream())
                            .toList())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<ProcessHandle> processes() {
        return processIn(directory).flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
    }

    /** The server that runs in a data directory, by the file that it keeps there while it does. */
    static Stream<ProcessHandle> processIn(Path directory) {
        var file = directory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).stream()
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it for good. */
    @Override
    public void close() {
        thaw();
        if (postgres != null) {
            try {
                postgres.close();
                postgres = null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
