package org.ketaminecontent.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/**
 * A real PostgreSQL in a local folder, for whoever has none at hand. It is started when no database is configured, on
 * a free port of the loopback address, and stops with the process that started it. A second process in the same folder
 * uses the one that runs.
 */
public final class LocalDatabase {

    private static final Logger LOG = Logger.getLogger(LocalDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String DIRECTORY = "ketamine-content.local-database.directory";

    private static final String OWNER = "postgres";
    private static final String USER = "ketamine_content";

    /** Binaries are unpacked on the first start, which takes a slow disk some time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int PORT_LINE = 3;
    private static final int CONNECT_MILLIS = 500;

    private LocalDatabase() {}

    /** Starts the database, or finds the one that runs, and tells the application where it is. */
    public static void startUnlessConfigured() {
        if (isNamedOutside()) {
            return;
        }
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue(URL, String.class).isEmpty()) {
            var directory = Path.of(config.getValue(DIRECTORY, String.class)).toAbsolutePath();
            int port = running(directory).orElseGet(() -> start(directory));
            LOG.infof("Local PostgreSQL on port %d, in %s", port, directory);
            var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
            makeUser(url, directory);
            System.setProperty(URL, url);
            System.setProperty("quarkus.datasource.username", USER);
            System.setProperty("quarkus.datasource.password", USER);
            System.setProperty("quarkus.flyway.username", OWNER);
            System.setProperty("quarkus.flyway.password", OWNER);
        }
    }

    /** What servers are told they are told by the environment or on the command line: all else need not be read first. */
    private static boolean isNamedOutside() {
        return Stream.of(System.getProperty(URL), System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))
                .anyMatch(url -> url != null && !url.isBlank());
    }

    /** The application's own user cannot change what is on record; what that user may do, the schema's owner says. */
    private static void makeUser(String url, Path directory) {
        var made = directory.resolve(USER);
        if (Files.exists(made)) {
            return;
        }
        var login = new Properties();
        login.setProperty("user", OWNER);
        login.setProperty("password", OWNER);
        try (var connection = new Driver().connect(url, login);
                var statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '" + USER
                    + "') then create role " + USER + " login password '" + USER + "'; end if; end $$");
            Files.createFile(made);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot make the application's user in " + directory, e);
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
