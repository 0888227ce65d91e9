package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.OwnDatabase;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The packaged application behind PgBouncer, as it is installed. */
@Tag("drill")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PgBouncerIT {

    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    @TempDir
    Path directory;

    @Test
    void all_works_in_session_mode() throws Exception {
        assumeThat(PROGRAM).exists();
        int port = RunningApplication.freePort();
        try (var database = new OwnDatabase(directory.resolve("database")).start()) {
            var bouncer = start(port, database.port());
            var settings = new HashMap<>(database.settings());
            settings.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres");
            settings.put(
                    "KETAMINE_CONTENT_PACK_DIRECTORY",
                    SamplePack.in(directory.resolve("pack")).folder().toString());
            try (var application = RunningApplication.start(directory, settings).awaitReady()) {
                assertThat(application.status("/v1/topics/sample-topic")).isEqualTo(200);
                assertThat(application.status("/v1/search?q=sample")).isEqualTo(200);
                assertThat(database.value("select count(*) from pg_stat_activity"
                                + " where application_name like 'ketamine-content-api%'"))
                        .isNotEqualTo("0");
                assertThat(application.log()).doesNotContain("unsupported startup parameter");
            } finally {
                bouncer.destroy();
                bouncer.waitFor();
            }
        }
    }

    private Process start(int port, int databasePort) throws IOException {
        // It refuses to be root, and reads its files as whoever it becomes.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var users = Files.writeString(directory.resolve("users.txt"), "\"postgres\" \"postgres\"\n");
        var settings = Files.writeString(directory.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                """.formatted(databasePort, port, users));
        var command = new ArrayList<>(List.of(PROGRAM.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                .start();
    }
}
