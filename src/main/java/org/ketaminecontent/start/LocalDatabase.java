package org.ketaminecontent.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL in a local folder, for whoever has none at hand. It is started when no database is configured, on
 * a free port of the loopback address, and stops with the process that started it. A second process in the same folder
 * uses the one that runs.
 */
public final class LocalDatabase {

    private static final Logger LOG = Logger.getLogger(LocalDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DIRECTORY = "ketamine-content.local-database.directory";

    /** Binaries are unpacked on the first start, which takes a slow disk some time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int PORT_LINE = 3;
    private static final int CONNECT_MILLIS = 500;

    private LocalDatabase() {}

    /** Starts the database, or finds the one that runs, and tells the application where it is. */
    public static void startUnlessConfigured() {
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            var directory = Path.of(config.getValue(DIRECTORY, String.class)).toAbsolutePath();
            int port = running(directory).orElseGet(() -> start(directory));
            LOG.infof("Local PostgreSQL on port %d, in %s", port, directory);
            System.setProperty(URL, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable");
            System.setProperty("quarkus.datasource.username", "postgres");
            System.setProperty("quarkus.datasource.password", "postgres");
        }
    }

    private static int start(Path directory) {
        try {
            // Before the folder, so that a package without it says so wherever it runs, and leaves nothing behind.
            var database = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(PATIENCE);
            Files.createDirectories(directory);
            return database.start().getPort();
        } catch (IOException e) {
            throw new IllegalStateException("cannot start the local database in " + directory, e);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "this package comes without a local database: set QUARKUS_DATASOURCE_JDBC_URL,"
                            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD",
                    e);
        }
    }

    /** The port of the database that runs in this folder, from the file that PostgreSQL leaves there. */
    private static Optional<Integer> running(Path directory) {
        var file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            long process = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            // After a crash the file is left behind, and its port may be another's by now.
            return ProcessHandle.of(process).isPresent() && answers(port) ? Optional.of(port) : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
