package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of the local database, as earlier versions and crashes leave it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseServerTest {

    @TempDir
    Path directory;

    @Test
    void a_folder_of_an_earlier_version_keeps_its_data_and_is_closed() throws IOException, SQLException {
        var folder = new DataFolder(directory.resolve("data"));
        leaveAsEarlierVersionsDid(folder);

        folder.endOrphan();
        try (var database = DatabaseServer.start(folder)) {
            var passwords = DatabasePasswords.in(folder.passwordFile()).orElseThrow();

            assertThat(value(database, "ketamine_content", passwords.application(), "select word from kept"))
                    .isEqualTo("kept");
            assertThat(value(database, "postgres", passwords.owner(), "show fsync"))
                    .isEqualTo("on");
            for (var user : List.of("postgres", "ketamine_content")) {
                assertThatThrownBy(() -> value(database, user, user, "select 1"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
            }
        }
    }

    /** Open, with passwords that everybody knows. */
    private static void leaveAsEarlierVersionsDid(DataFolder folder) throws IOException, SQLException {
        var database = EmbeddedPostgres.builder()
                .setDataDirectory(folder.path())
                .setCleanDataDirectory(false)
                .start();
        try (var connection = database.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role ketamine_content login password 'ketamine_content'");
            statement.execute("create table kept as select 'kept' as word");
            statement.execute("grant select on kept to ketamine_content");
        }
        database.close();
        Files.createFile(folder.path().resolve("ketamine_content"));
    }

    private static String value(EmbeddedPostgres database, String user, String password, String query)
            throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + database.getPort() + "/postgres";
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    @Test
    void the_number_of_a_process_that_is_no_database_is_not_taken_for_one() throws IOException {
        var folder = new DataFolder(directory);
        Files.writeString(directory.resolve("PG_VERSION"), "18");
        Files.write(
                directory.resolve("postmaster.pid"),
                List.of(String.valueOf(ProcessHandle.current().pid()), directory.toString(), "0", "5432"));

        assertThat(folder.port()).isEmpty();
        folder.endOrphan();

        assertThat(directory.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void programs_are_unpacked_where_nobody_else_can_write() throws IOException {
        var folder = directory.resolve("own");

        DatabasePrograms.makeOwn(folder);
        DatabasePrograms.makeOwn(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_folder_for_programs_that_others_can_write_to_is_refused() throws IOException {
        var open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        DatabasePrograms.makeOwn(directory.resolve("own"));
        var link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("own"));

        for (var folder : List.of(open, link)) {
            assertThatThrownBy(() -> DatabasePrograms.makeOwn(folder)).hasMessageContaining(folder.toString());
        }
    }

    @Test
    void passwords_are_in_no_log() {
        var passwords = DatabasePasswords.random();

        assertThat(passwords.toString()).doesNotContain(passwords.owner(), passwords.application());
        assertThat(passwords.owner()).isNotEqualTo(passwords.application()).hasSizeGreaterThan(30);
    }
}
