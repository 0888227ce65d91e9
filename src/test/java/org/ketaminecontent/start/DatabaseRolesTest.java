package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The roles that docker/roles.sql makes: one that owns the tables, and one that the application is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DatabaseRolesTest {

    private static final String OWNER = "content_owner";
    private static final String APPLICATION = "ketamine_content";
    private static EmbeddedPostgres database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = EmbeddedPostgres.start();
        try (var superuser = database.getPostgresDatabase().getConnection()) {
            execute(superuser, "create database content");
        }
        try (var superuser = as("postgres", "postgres")) {
            execute(superuser, script());
        }
        Flyway.configure()
                .dataSource(database.getJdbcUrl(OWNER, "content"), OWNER, "owner_password")
                .load()
                .migrate();
    }

    /** The script with each of psql's variables replaced by a value that is its name. */
    private static String script() throws IOException {
        return Files.readAllLines(Path.of("docker/roles.sql")).stream()
                .filter(line -> !line.startsWith("\\"))
                .map(line -> line.replaceAll(":'(\\w+)'", "'$1'"))
                .collect(Collectors.joining("\n"));
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private static Connection as(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + database.getPort() + "/content", user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void the_owner_needs_no_more_than_its_database() throws SQLException {
        try (var connection = as(OWNER, "owner_password");
                var statement = connection.createStatement();
                var roles = statement.executeQuery("select string_agg(rolname, ',' order by rolname) from pg_roles"
                        + " where not rolsuper and not rolcreaterole and not rolcreatedb and rolcanlogin")) {
            roles.next();
            assertThat(roles.getString(1)).isEqualTo(OWNER + "," + APPLICATION);
        }
    }

    @Test
    void the_application_reads_and_writes_rows() throws SQLException {
        try (var connection = as(APPLICATION, "application_password")) {
            execute(connection, "select count(*) from topic");
            execute(connection, "delete from idempotency_key");
            execute(connection, "select count(*) from audit_entry");
        }
    }

    @Test
    void the_application_changes_neither_tables_nor_the_record() throws SQLException {
        for (var sql : new String[] {
            "create table own (id int)",
            "alter table topic add column own int",
            "drop table topic",
            "update audit_entry set actor = 'somebody'",
            "delete from audit_entry",
            "truncate audit_entry",
            "alter table audit_entry disable trigger all",
            "set session authorization postgres",
            "select * from pg_authid"
        }) {
            try (var connection = as(APPLICATION, "application_password")) {
                assertThatThrownBy(() -> execute(connection, sql))
                        .as(sql)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void the_compose_file_asks_for_what_its_example_of_settings_names() throws IOException {
        assertThat(names("docker/compose.yaml", "\\$\\{(\\w+)"))
                .isEqualTo(names("docker/.env.example", "(?m)^#?([A-Z_]+)="));
        assertThat(names("docker/roles.sql", "\\\\getenv \\w+ (\\w+)"))
                .isSubsetOf(names("docker/compose.yaml", "(?m)^ +(\\w+): \\$\\{\\1:"));
        assertThat(Files.readString(Path.of("docker/compose.yaml")))
                .contains("DATASOURCE_USERNAME: " + APPLICATION + "\n", "FLYWAY_USERNAME: " + OWNER + "\n");
    }

    private static TreeSet<String> names(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
