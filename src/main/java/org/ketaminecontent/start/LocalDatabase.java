package org.ketaminecontent.start;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * A local PostgreSQL for users without a database server. It is started if no database is configured, on a free port of
 * the loopback addresses, and stops with the process. It is durable, and requires passwords that are in a file readable
 * only by its owner.
 */
public final class LocalDatabase {

    static final String DIRECTORY = "ketamine-content.local-database.directory";

    private static final Logger LOG = Logger.getLogger(LocalDatabase.class);
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String SEARCH_DIRECTORY = "ketamine-content.search.directory";

    private LocalDatabase() {}

    /**
     * Starts the database, unless one is configured, and configures the application for it.
     *
     * @throws CannotStart if a running application uses it, or it cannot be started
     */
    public static void startUnlessConfigured() {
        if (isConfigured()) {
            return;
        }
        var folder = folder();
        try {
            folder.endOrphan();
            use(folder, DatabaseServer.start(folder).getPort());
        } catch (CannotStart e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException e) {
            throw new CannotStart(
                    "The local database in " + folder.path() + " cannot be started: " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw new CannotStart(
                    "This package comes without a local database: set QUARKUS_DATASOURCE_JDBC_URL,"
                            + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.",
                    e);
        }
    }

    /**
     * The same for a command beside a running application, whose database it uses.
     *
     * @throws CannotStart if it cannot be used or started
     */
    public static void joinUnlessConfigured() {
        if (isConfigured()) {
            return;
        }
        var folder = folder();
        try {
            var port = folder.isUsed() ? folder.port() : Optional.<Integer>empty();
            if (port.isPresent()) {
                use(folder, port.get());
            } else {
                startUnlessConfigured();
            }
        } catch (IOException e) {
            throw new CannotStart("The local database in " + folder.path() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Servers are configured by the environment or the command line, so other sources need not be read first. */
    private static boolean isConfigured() {
        return Stream.of(System.getProperty(URL), System.getenv("QUARKUS_DATASOURCE_JDBC_URL"))
                        .anyMatch(url -> url != null && !url.isBlank())
                || ConfigProvider.getConfig()
                        .getOptionalValue(URL, String.class)
                        .isPresent();
    }

    private static DataFolder folder() {
        return new DataFolder(Path.of(ConfigProvider.getConfig().getValue(DIRECTORY, String.class))
                .toAbsolutePath());
    }

    private static void use(DataFolder folder, int port) throws IOException {
        var passwords = DatabasePasswords.in(folder.passwordFile())
                .orElseThrow(() -> new IOException("there are no passwords in " + folder.passwordFile()));
        LOG.infof("Local PostgreSQL on port %d, in %s", port, folder.path());
        System.setProperty(URL, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable");
        keepSearchBeside(folder);
        System.setProperty("quarkus.datasource.username", DatabasePasswords.APPLICATION);
        System.setProperty("quarkus.datasource.password", passwords.application());
        System.setProperty("quarkus.flyway.username", DatabasePasswords.OWNER);
        System.setProperty("quarkus.flyway.password", passwords.owner());
    }

    private static void keepSearchBeside(DataFolder folder) {
        boolean isChosen = ConfigProvider.getConfig()
                .getOptionalValue(SEARCH_DIRECTORY, String.class)
                .isPresent();
        if (!isChosen) {
            var path = folder.path();
            System.setProperty(
                    SEARCH_DIRECTORY,
                    path.resolveSibling(path.getFileName() + "-search").toString());
        }
    }
}
