package org.ketaminecontent.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.postgresql.PGConnection;

/** Starts PostgreSQL in a folder, creating the database and its passwords if there are none. */
final class DatabaseServer {

    /** Binaries are unpacked on the first start, which takes a slow disk some time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The library's defaults are for tests, which need no durability and no protection from other users. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "listen_addresses", "127.0.0.1,::1",
            "unix_socket_directories", "");

    /** The same on all machines, whatever locales are installed; characters are compared by code points. */
    private static final Map<String, String> LOCALE =
            Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    private static final String CLOSED = "scram-sha-256";

    private DatabaseServer() {}

    /** Starts it; it stops when it is closed, or with this process. */
    static EmbeddedPostgres start(DataFolder folder) throws IOException, SQLException {
        DatabasePrograms.unpackApart();
        var passwords = DatabasePasswords.in(folder.passwordFile());
        if (passwords.isPresent()) {
            return builder(folder, passwords.get()).start();
        }
        return folder.isNew() ? make(folder) : shut(folder);
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, DatabasePasswords passwords) {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.path())
                .setCleanDataDirectory(false)
                .setPGStartupWait(PATIENCE)
                .setConnectConfig("password", passwords.owner());
        SETTINGS.forEach(builder::setServerConfig);
        return builder;
    }

    private static EmbeddedPostgres make(DataFolder folder) throws IOException, SQLException {
        var passwords = DatabasePasswords.random();
        // Outside: the folder has to be empty.
        var first = Files.createTempFile("ketamine-content", "");
        try {
            Files.writeString(first, passwords.owner());
            var database = initialized(builder(folder, passwords), first).start();
            setPasswords(database, passwords);
            passwords.keepIn(folder.passwordFile());
            return database;
        } finally {
            Files.delete(first);
        }
    }

    private static EmbeddedPostgres.Builder initialized(EmbeddedPostgres.Builder builder, Path password) {
        // These become options of initdb; the password file is complete before it runs.
        builder.setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("auth-local", CLOSED)
                .setLocaleConfig("auth-host", CLOSED);
        LOCALE.forEach(builder::setLocaleConfig);
        return builder;
    }

    /** Databases of an earlier version or of an interrupted start: their passwords are well known, or unknown. */
    private static EmbeddedPostgres shut(DataFolder folder) throws IOException, SQLException {
        var passwords = DatabasePasswords.random();
        folder.allow("trust");
        try (var database = builder(folder, passwords).start()) {
            setPasswords(database, passwords);
        }
        folder.allow(CLOSED);
        // Last: without them, the next start begins again.
        passwords.keepIn(folder.passwordFile());
        return builder(folder, passwords).start();
    }

    /** The application's own role cannot change the audit log; the schema's owner grants its rights. */
    private static void setPasswords(EmbeddedPostgres database, DatabasePasswords passwords) throws SQLException {
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("do $$ begin if not exists (select from pg_roles where rolname = '"
                    + DatabasePasswords.APPLICATION + "') then create role " + DatabasePasswords.APPLICATION
                    + " login; end if; end $$");
            setPassword(connection, DatabasePasswords.OWNER, passwords.owner());
            setPassword(connection, DatabasePasswords.APPLICATION, passwords.application());
        }
    }

    private static void setPassword(Connection connection, String user, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(user, password.toCharArray(), CLOSED);
    }
}
