package org.ketaminecontent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ketaminecontent.testing.RunningApplication;
import org.ketaminecontent.testing.SamplePack;

/** The packaged application where no database is configured: it brings its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LocalDatabaseIT {

    private static final int USUAL_PORT = 5432;

    @TempDir
    static Path directory;

    @TempDir
    static Path elsewhere;

    private static ServerSocket busy;
    private static RunningApplication application;
    private static RunningApplication other;

    /** Two at once, in two folders, while the usual port of PostgreSQL is taken. */
    @BeforeAll
    static void start() throws IOException {
        busy = new ServerSocket();
        occupyUsualPort();
        SamplePack.in(elsewhere.resolve("pack"));
        // Less than it takes to publish the whole pack: that may take longer than any other transaction.
        application = RunningApplication.start(
                directory, Map.of("QUARKUS_TRANSACTION_MANAGER_DEFAULT_TRANSACTION_TIMEOUT", "2S"));
        other = RunningApplication.start(elsewhere, pack());
        application.awaitReady();
        other.awaitReady();
    }

    private static Map<String, String> pack() {
        return Map.of(
                "KETAMINE_CONTENT_PACK_DIRECTORY", elsewhere.resolve("pack").toString());
    }

    private static void occupyUsualPort() {
        try {
            busy.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), USUAL_PORT));
        } catch (IOException e) {
            // Somebody else's PostgreSQL is there: as busy as can be.
        }
    }

    @AfterAll
    static void stop() throws IOException {
        var databases = Stream.of(application, other)
                .flatMap(RunningApplication::localDatabase)
                .toList();
        application.close();
        other.close();
        busy.close();
        assertThat(databases)
                .hasSize(2)
                .allSatisfy(database -> assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void the_default_content_is_served_from_nothing() {
        assertThat(application.counts())
                .containsEntry("topics", 34)
                .containsEntry("conditions", 15)
                .containsEntry("side-effects", 32)
                .containsEntry("faqs", 55)
                .containsEntry("references", 134)
                .containsEntry("glossary", 68);
    }

    @Test
    void the_log_says_where_to_look() {
        var address = application.address();

        assertThat(application.log()).contains("Open " + address + " in a browser", address + "/v1", address + "/docs");
        assertThat(List.of("/v1", "/docs", "/q/health/started"))
                .allSatisfy(
                        path -> assertThat(application.get(path).statusCode()).isIn(200, 302));
    }

    @Test
    void localhost_is_answered_over_both_kinds_of_addresses_and_nothing_else_is() throws IOException {
        int port = URI.create(application.address()).getPort();
        for (var host : List.of("127.0.0.1", "[::1]")) {
            var answer = answer(URI.create("http://" + host + ":" + port + "/v1/topics?limit=1"));

            assertThat(answer).contains("\"self\":\"http://" + host + ":" + port + "/v1/topics?limit=1\"");
        }
        assertThat(beyondLoopback())
                .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, port).close())
                        .isInstanceOf(IOException.class));
    }

    private static String answer(URI address) throws IOException {
        try (var in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<InetAddress> beyondLoopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    @Test
    void nobody_may_edit_until_somebody_is_let_in() {
        for (var path : List.of("/editorial/v1/me", "/editorial/v1/topics", "/studio", "/studio/sign-in")) {
            var answer = other.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains("Nobody may edit here");
        }
        assertThat(other.printedKey()).isEmpty();
    }

    @Test
    void the_database_is_kept_below_the_working_directory() {
        assertThat(directory.resolve(".data/postgresql-18/PG_VERSION")).hasContent("18");
        assertThat(application.localDatabase()).hasSize(1);
    }

    @Test
    void two_folders_have_two_databases() {
        assertThat(other.counts()).containsEntry("topics", 1);
        assertThat(application.counts()).containsEntry("topics", 34);
        assertThat(application.localDatabase())
                .doesNotContainAnyElementsOf(other.localDatabase().toList());
    }

    @Test
    void it_keeps_what_it_acknowledged_through_any_crash() {
        assertThat(List.of("fsync", "synchronous_commit", "full_page_writes"))
                .allSatisfy(setting -> assertThat(application.localValue("show " + setting))
                        .as(setting)
                        .isEqualTo("on"));
    }

    @Test
    void nobody_enters_it_without_a_password_that_only_its_owner_can_read() throws IOException {
        var password = directory.resolve(".data/postgresql-18/pgpass");

        for (var guess : List.of("postgres", "ketamine_content")) {
            for (var user : List.of("postgres", "ketamine_content")) {
                assertThatThrownBy(() -> DriverManager.getConnection(application.localUrl(), user, guess))
                        .as(user + " " + guess)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState()).startsWith("28"));
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
                .isEqualTo("rw-------");
        assertThat(application.localValue("show unix_socket_directories")).isEmpty();
        assertThat(application.localValue("show listen_addresses")).isEqualTo("127.0.0.1,::1");
        assertThat(application.localValue(
                        "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                .isEqualTo("0");
    }

    @Test
    void a_second_application_in_the_same_folder_says_so_and_ends() {
        var database = application.localDatabase().toList();

        try (var second = RunningApplication.start(directory, Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.log().lines())
                    .singleElement(STRING)
                    .startsWith("Another application uses the local database in ")
                    .contains(directory.toString(), "ketamine-content.local-database.directory");
        }

        assertThat(application.localDatabase().toList()).isEqualTo(database);
        assertThat(application.status("/v1/topics?limit=9")).isEqualTo(200);
    }

    @Test
    void a_port_that_is_used_is_said_before_any_work(@TempDir Path folder) {
        var port = String.valueOf(URI.create(application.address()).getPort());

        endsWithOneLine(folder, Map.of("QUARKUS_HTTP_PORT", port), "port " + port + " of localhost");
    }

    @Test
    void a_setting_that_does_not_do_is_named_before_any_work(@TempDir Path folder) {
        endsWithOneLine(folder, Map.of("QUARKUS_HTTP_PORT", "abc"), "quarkus.http.port");
        endsWithOneLine(
                folder, Map.of("KETAMINE_CONTENT_PACK_DIRECTORY", "missing"), "ketamine-content.pack.directory");
    }

    private static void endsWithOneLine(Path folder, Map<String, String> settings, String said) {
        try (var refused = RunningApplication.start(folder, settings)) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.log().lines()).singleElement(STRING).contains(said);
            assertThat(folder.resolve(".data")).doesNotExist();
        }
    }

    @Test
    void a_setting_with_a_value_that_there_is_not_is_named_and_not_traced(@TempDir Path folder) {
        var settings = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:1/none",
                "KETAMINE_CONTENT_HTTP_CACHE_SIZE", "abc",
                "KETAMINE_CONTENT_REVIEWS_OVERDUE", "forget");

        try (var refused = RunningApplication.start(folder, settings)) {
            assertThat(refused.awaitExit()).isEqualTo(1);
            assertThat(refused.log())
                    .contains("ketamine-content.http.cache.size", "ketamine-content.reviews.overdue", "flag, withhold")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void a_command_reads_beside_the_application_and_leaves_its_database() {
        var database = application.localDatabase().toList();

        try (var command = RunningApplication.run(directory, Map.of(), "verify-audit")) {
            assertThat(command.awaitExit()).isZero();
        }

        assertThat(application.localDatabase().toList()).isEqualTo(database);
        assertThat(application.status("/v1/topics?limit=8")).isEqualTo(200);
    }

    /** That it ends with the one that found it is seen when all have stopped. */
    @Test
    void a_database_that_a_killed_application_left_is_replaced_by_the_next() {
        var before = other.counts();
        var left = other.localDatabase().findAny().orElseThrow();
        other.kill();
        assertThat(left.isAlive()).isTrue();

        other = RunningApplication.start(elsewhere, pack()).awaitReady();

        assertThat(left.isAlive()).isFalse();
        assertThat(other.localDatabase()).hasSize(1);
        assertThat(other.counts()).isEqualTo(before);
    }

    @Test
    void content_survives_a_restart() {
        var before = identities(application);
        var database = application.localDatabase().findAny().orElseThrow();

        application.close();
        assertThat(database.onExit()).succeedsWithin(Duration.ofSeconds(10));
        application = RunningApplication.start(directory, Map.of()).awaitReady();

        assertThat(application.log()).contains("Content: unchanged since the last publication");
        assertThat(identities(application)).isEqualTo(before);
    }

    /** What must not change: id, version and times of every document of three collections. */
    private static List<List<Object>> identities(RunningApplication application) {
        return Stream.of("topics", "side-effects", "references")
                .map(collection -> application
                        .json("/v1/" + collection + "?limit=100&fields=slug")
                        .<Object>getList("data.collect { [it.id, it.slug, it.version, it.publishedAt, it.updatedAt] }"))
                .toList();
    }
}
